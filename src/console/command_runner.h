// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/selection.h"

#include <QSet>

namespace slipway::console {

//! Submits commands and remembers which are on their way, so that a press is seen at once and not given twice.
class CommandRunner : public QObject {
    Q_OBJECT
public:
    CommandRunner(desk::Desk& desk, Selection& selection, QObject* parent = nullptr);

    //! Submits for the run, as it is seen. A second press while the first is on its way does nothing.
    void submit(const RunId& run, const Command& command);
    using Answered = std::function<void(const Result<desk::Receipt>&)>;
    //! For a dialog, which tells a refusal itself, and stays about its run whatever the window shows by then: `id` makes
    //! the act one, however often it is asked for; `expected` is the sequence of the run that the person saw. Where the
    //! same act is on its way already, its answer is this one's too.
    void submit(const RunId& run, const Command& command, const CommandId& id, std::optional<qint64> expected,
        QObject* context, const Answered& answered);
    //! Steps of the run that have a command on its way; an empty id: the run as a whole.
    QSet<StepId> requested(const RunId& run) const;

Q_SIGNALS:
    void requestedChanged(const slipway::RunId& run);
    void refused(const slipway::Error& error);

private:
    struct Request {
        RunId run;
        StepId step;
        QString command;
        QList<Answered> answered; //!< who waits for the answer
        std::optional<desk::Receipt> receipt; //!< taken in: shown until the run has been read at its sequence
    };
    void settle();
    //! The request that is the same act; null: there is none.
    Request* onItsWay(const RunId& run, const Command& command);
    void send(const desk::Order& order, const Request& request);

    desk::Desk& m_desk;
    Selection& m_selection;
    QHash<int, Request> m_requests;
    int m_next = 1;
};

//! The step a command is about; empty for those that concern the run.
StepId stepOf(const Command& command);

} // namespace slipway::console
