// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/state_style.h"

#include <QWidget>

namespace slipway::console {

//! A state's shape and word in its colour.
class StateBadge : public QWidget {
    Q_OBJECT
public:
    explicit StateBadge(QWidget* parent = nullptr);
    void showState(ShownState state, const QString& word);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ShownState m_state = ShownState::Planned;
    QString m_word;
};

} // namespace slipway::console
