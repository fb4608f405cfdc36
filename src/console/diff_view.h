// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/diff_lines.h"

#include <QWidget>

class QLabel;
class QSettings;
class QStackedLayout;
class QToolButton;

namespace slipway::console {

class DiffText;

//! A unified diff in one column or in two, with what differs within lines; Alt+Down and Alt+Up go from change to change.
class DiffView : public QWidget {
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    //! What is shown already is left as it is, with its place.
    void showDiff(const QString& diff);
    //! Text that is no diff.
    void showText(const QString& text);
    //! As it is shown in one column.
    QString toPlainText() const;

    bool isSideBySide() const;
    void setSideBySide(bool beside);
    //! Begins as it was left, and keeps how it is left.
    void keepIn(QSettings& settings);
    void goToChange(int by);

Q_SIGNALS:
    void sideBySideChanged(bool beside);

private:
    void fill();
    void refresh();
    int currentChange() const;
    void showChange(int change);
    //! Which row of what is shown holds a line.
    int rowOf(int line) const;

    QString m_shown;
    QList<DiffLine> m_lines;
    QList<std::pair<int, int>> m_rows; //!< of two columns
    QList<int> m_changes; //!< lines
    QWidget* m_bar;
    QToolButton* m_beside;
    QToolButton* m_previous;
    QToolButton* m_next;
    QLabel* m_place;
    DiffText* m_unified;
    DiffText* m_before;
    DiffText* m_after;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
