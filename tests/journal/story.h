// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "journal/store.h"
#include "workflow/fold.h"
#include "workflow/kind_rules.h"

#include <QTemporaryDir>

namespace slipway::journal::test {

//! Step kinds without parameters, so that a workflow of a test is its steps and nothing else.
const KindRules& kinds();

//! "raise" and, after it, "merge", one lane.
Json smallWorkflow();
//! One step, of a kind that the program itself has, so that it reads the run.
Json gateWorkflow();
//! The lanes, steps and needs of cdp-create-service whose outputs a status record shows.
Json serviceWorkflow();

//! Tells what happens to one run, one event after the other, and folds it.
class Story {
public:
    Story(const QString& id, const QString& subject, const Json& workflow = smallWorkflow(), const Json& inputs = {});

    Story& then(EventType type, const QString& step = {}, Json data = Json::object(), int attempt = 1,
        Purpose purpose = Purpose::Do);
    //! Starts an attempt of the step, has it write once and succeed with these outputs.
    Story& done(const QString& step, const Json& outputs = Json::object());

    //! What happened since this was asked last.
    Events news();
    const Events& all() const { return m_events; }
    const Run& run() const { return m_run; }
    qint64 now = 1'700'000'000'000; //!< of the next event; each takes a second

private:
    void add(Event event);

    RunId m_id;
    Run m_run;
    Events m_events;
    std::size_t m_told = 0;
};

Json errorData(const QString& code, const QString& text);

} // namespace slipway::journal::test
