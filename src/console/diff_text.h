// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/diff_lines.h"

#include <QPlainTextEdit>

namespace slipway::console {

//! Lines of a diff with their numbers beside them. Added and removed lines keep their sign, and what differs within a line
//! is underlined in high contrast, so that colour is never needed to read it.
class DiffText : public QPlainTextEdit {
    Q_OBJECT
public:
    //! Which numbers stand beside the lines.
    enum class Side { Both, Before, After };
    DiffText(Side side, const QString& name, QWidget* parent = nullptr);

    //! `places` name lines, in the order in which they are shown; -1: an empty line that the other side has.
    void showLines(const QList<DiffLine>& lines, const QList<int>& places);
    //! Text that is no diff: as it is, without numbers.
    void showText(const QString& text);
    //! Brings a row into sight, with some of what stands before it.
    void goToRow(int row);
    int currentRow() const { return textCursor().blockNumber(); }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Margin;
    void fill();
    void paintMargin(const QRect& area);
    void placeMargin();
    QString numberOf(int row) const;
    int marginWidth() const;

    Side m_side;
    Margin* m_margin;
    QList<DiffLine> m_lines;
    QList<int> m_places;
    int m_digits = 0; //!< of the largest number; 0: there are none
};

} // namespace slipway::console
