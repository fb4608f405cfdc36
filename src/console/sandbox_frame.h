// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace slipway::console {

//! A frame around the window's content that is seen while it shows simulated services, so that nobody mistakes them.
class SandboxFrame : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTinted(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_tinted = false;
};

} // namespace slipway::console
