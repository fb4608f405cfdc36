// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace slipway::console {

//! A frame around the window's content that is seen while it shows simulated services, or a moment of the past, so that
//! nobody mistakes them.
class SandboxFrame : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTinted(bool on);
    void setPast(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    bool m_tinted = false, m_past = false;
};

} // namespace slipway::console
