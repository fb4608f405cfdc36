// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/left_behind.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace slipway::console {

//! What a run that does not go on has left in the world: each thing with a button to its page, or, beside a step, in one
//! line that leads to them.
class MadeList : public QWidget {
    Q_OBJECT
public:
    explicit MadeList(QWidget* parent = nullptr);

    enum class Form { Whole, OneLine };
    //! Hides itself where nothing is left, or the run goes on.
    void showRun(const Run& run, Timestamp now, Form form);
    //! Undoing the run would take some of it back, or propose that.
    bool canBeUndone() const { return m_canBeUndone; }

Q_SIGNALS:
    void linkActivated(const QString& url);
    void wholeWanted(); //!< the one line was pressed

private:
    void fill(const QList<desk::LeftBehind>& things);

    QToolButton* m_line;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    QLabel* m_age;
    QStringList m_shown;
    bool m_canBeUndone = false;
};

} // namespace slipway::console
