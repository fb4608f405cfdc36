// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/service_list.h"
#include "desk/desk.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace slipway::console {

//! Many services at once, from a pasted list or a CSV file: each row is checked by itself, and each good one becomes a
//! run of its own. What was started is not started again, however often the button is pressed.
class BatchDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        std::shared_ptr<const Workflow> workflow;
        Json settings, usual; //!< usual: what a row leaves out
        std::optional<QStringList> teams;
    };
    BatchDialog(Context context, QWidget* parent);

    static constexpr Millis typingPause{300};
    static constexpr int atOnce = 4; //!< names that are checked, runs that are started at one time

    void setText(const QString& text);

Q_SIGNALS:
    void created(const slipway::RunId& run);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class State { Wrong, Unchecked, Checking, Good, Unfit, Starting, Started, Refused };
    struct Row {
        ListedService service;
        QString name;
        State state = State::Unchecked;
        QString words;
        CommandId id; //!< one start, whatever comes between
        RunId run;
    };

    void textChanged();
    void judge(Row& row, QSet<QString>& names) const;
    void checkMore();
    void startMore();
    void showRow(qsizetype row);
    void refresh();
    void create();
    void openFile();
    void readFile(const QString& path);
    qsizetype count(std::initializer_list<State> states) const;

    Context m;
    QList<Row> m_rows;
    int m_generation = 0; //!< of the text: answers about an earlier one are dropped
    int m_checking = 0, m_starting = 0;
    bool m_creating = false;
    QPlainTextEdit* m_text;
    QTreeWidget* m_table;
    QLabel* m_hint;
    QPushButton* m_open;
    QPushButton* m_close;
    QPushButton* m_create;
    Timer m_pause;
};

} // namespace slipway::console
