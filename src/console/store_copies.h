// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/jobs.h"
#include "console/ports.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace slipway::console {

//! The copies of the store: one can be made, and one can be put back in the store's place.
class StoreCopiesDialog : public QDialog {
    Q_OBJECT
public:
    StoreCopiesDialog(StoreKeeper& keeper, Jobs& jobs, const QString& storePath, QWidget* parent = nullptr);

private:
    void read();
    void make();
    void look();
    void putBack();
    void refresh();

    StoreKeeper& m_keeper;
    Jobs& m_jobs;
    QList<StoreCopy> m_copies;
    bool m_busy = false;
    QListWidget* m_list;
    QLabel* m_note;
    QPushButton* m_make;
    QPushButton* m_look;
    QPushButton* m_putBack;
};

} // namespace slipway::console
