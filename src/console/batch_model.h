// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "console/service_list.h"
#include "console/table_model.h"
#include "desk/prospect.h"

namespace slipway::console {

//! One row of many services at once.
struct BatchRow {
    enum class State {
        Wrong, //!< by the rules of the form: nothing is asked
        Unchecked,
        Checking,
        Good,
        Unfit, //!< GitHub, or another row, stands in its way
        Unknown, //!< could not be checked
        Starting,
        Started,
        Refused
    };
    ListedService service;
    QString name; //!< the subject of its run
    State state = State::Unchecked;
    QString words; //!< what is wrong
    desk::Prospect prospect; //!< once it was checked
    CommandId id; //!< one start, whatever comes between
    RunId run;
};

//! The rows of a list of services, and what all of them come to. What was found out about a row stays so when other lines
//! of the list are changed.
class BatchModel : public TableModel {
    Q_OBJECT
public:
    BatchModel(std::shared_ptr<const Workflow> workflow, const Json& settings, QObject* parent = nullptr);

    void read(const QString& text, const Json& usual, const std::optional<QStringList>& teams);
    const QList<BatchRow>& list() const { return m_rows; }
    void setState(qsizetype row, BatchRow::State state, const QString& words = {});
    void setStarted(const CommandId& id, const Result<RunId>& run);
    //! Of those that have these inputs, wherever they stand by now.
    void take(const Json& inputs, const Result<desk::Prospect>& prospect);
    //! The preview, read later, shows what stops the start.
    void takeProblems(const Json& inputs, const QList<Error>& problems);
    //! Rows that would make the same thing: the first of them may, and the others say so.
    void settle();
    //! The next to be checked, at most so many.
    QList<qsizetype> unchecked(qsizetype most) const;
    //! Rows in these states.
    qsizetype count(std::initializer_list<BatchRow::State> states) const;
    //! What is to be created, when it is asked for now.
    struct Plan {
        int services = 0, pullRequests = 0;
        QMap<QString, int> pullRequestsOf; //!< by repository
        QStringList sharedFiles; //!< that more than one of them changes
        bool makesRepositories = false;
    };
    Plan plan() const;

protected:
    int rows() const override { return int(m_rows.size()); }
    int columns() const override { return int(m_inputs.size()) + 2; }
    QString title(int column) const override;
    QString cell(int row, int column) const override;
    QVariant other(int row, int column, int role) const override;

private:
    void judge(BatchRow& row, const QHash<QString, int>& lines, const std::optional<QStringList>& teams) const;
    QString wordsOf(const BatchRow& row) const;
    void changedRow(qsizetype row);

    std::shared_ptr<const Workflow> m_workflow;
    Json m_settings;
    QList<InputDefinition> m_inputs; //!< those that a list may hold
    QList<BatchRow> m_rows;
};

} // namespace slipway::console
