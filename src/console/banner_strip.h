// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace slipway::console {

//! One line for what concerns the whole window; the worst condition of those present is shown.
class BannerStrip : public QFrame {
    Q_OBJECT
public:
    explicit BannerStrip(Clock& clock, QWidget* parent = nullptr);

    void showStatus(const desk::EngineStatus& status);
    //! What a command was refused for; stays until it is closed or another takes its place.
    void showError(const Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    Clock& m_clock;
    desk::EngineStatus m_status;
    std::optional<Error> m_error;
    bool m_grave = false;
    QLabel* m_text;
    QPushButton* m_details;
    QPushButton* m_close;
};

} // namespace slipway::console
