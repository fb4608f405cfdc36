// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/preferences.h"

#include <QDialog>

class QPushButton;
class QLabel;
class QVBoxLayout;

namespace slipway::console {

//! How far the set-up is; taken from how things are, not from what was clicked.
struct SetUpFacts {
    QString storePath;
    bool storeOk = false;
    bool connected = false, sandbox = false, hasConnector = false;
    QString account; //!< "mia @ github.com"
    bool accessChecked = false;
    bool hasRuns = false;
};

//! The set-up as a list that can be left at any point and comes back as far as it has got.
class SetUpDialog : public QDialog {
    Q_OBJECT
public:
    enum class Task { Store, SignIn, Access, Notifications, FirstService };

    explicit SetUpDialog(QWidget* parent = nullptr);
    void show(const SetUpFacts& facts, const NoticeRules& rules);

Q_SIGNALS:
    void wanted(slipway::console::SetUpDialog::Task task);

private:
    struct Row {
        QLabel* mark;
        QLabel* title;
        QLabel* text;
        QPushButton* button;
    };
    void set(Task task, bool done, const QString& text, const QString& button);

    QVBoxLayout* m_column;
    QList<Row> m_rows;
    QLabel* m_summary;
};

} // namespace slipway::console
