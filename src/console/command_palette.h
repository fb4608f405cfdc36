// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace slipway::console {

//! One thing that the palette finds.
struct PaletteEntry {
    QString text; //!< what is typed is looked for in it and in `more`
    QString more; //!< "Run, waiting", "Action, Ctrl+R": shown beside it
    QString whyNot; //!< not empty: it cannot be done now
    QIcon icon;
    std::function<void()> act;
};

//! Finds runs, repositories, pull requests and actions as one types, and does what is chosen. What cannot be done is
//! listed, too, with the reason.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(QList<PaletteEntry> entries, QWidget* parent = nullptr);

    //! Further entries that a search elsewhere has found for what is typed.
    void take(const QString& typed, const QList<PaletteEntry>& found);
    QString typed() const;

Q_SIGNALS:
    void typedChanged(const QString& typed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void explain();
    void run();

    QList<PaletteEntry> m_entries, m_found, m_shown;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
};

} // namespace slipway::console
