// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/command_runner.h"
#include "console/many_acts.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSettings;
class QTreeWidget;
class QTreeWidgetItem;

namespace slipway::console {

class ActFooter;

//! One act on several runs: a line for each says what it will do there, or why it cannot, and afterwards what came of
//! it. Opening it changes nothing. It stays open until it is closed, for the answers to be read.
class ManyRunsDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        CommandRunner& commands;
        QSettings& settings;
    };
    ManyRunsDialog(Context context, ManyAct act, const QList<RunId>& runs,
        const std::function<QString(const RunId&)>& subjectOf, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class State { Reading, Possible, Impossible, Sent, Done };
    struct Row {
        RunId run;
        QString subject;
        QTreeWidgetItem* item = nullptr;
        State state = State::Reading;
        ManyPlan plan;
        QString refusal; //!< of what was asked for last
        int answersAwaited = 0;
        bool isRead = false, isAsked = false, askAgain = false;
        std::shared_ptr<const desk::RunView> view;
    };

    void build();
    void read(int at);
    void take(int at, const Result<desk::RunView>& view);
    void showRow(const Row& row);
    void refresh();
    void confirm();
    void send(int at);
    void answered(int at, const Result<desk::Receipt>& receipt);
    void tellTheEnd();
    bool isTicked(const Row& row) const;
    int count(State state) const;

    Context m;
    ManyAct m_act;
    QList<Row> m_rows;
    QLabel* m_headline;
    QTreeWidget* m_table;
    QPushButton* m_all;
    ActFooter* m_footer;
};

} // namespace slipway::console
