// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/state_style.h"

#include <QWidget>

class QLabel;

namespace slipway::console {

//! A line below a field: an explanation, or what is wrong or right, with the state's shape before it.
class FieldHint : public QWidget {
    Q_OBJECT
public:
    explicit FieldHint(QWidget* parent = nullptr);
    void explain(const QString& text);
    void say(ShownState state, const QString& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    std::optional<ShownState> m_state;
};

} // namespace slipway::console
