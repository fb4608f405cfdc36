// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "workflow/fold.h"

#include <QtGlobal>

//! Tells what happens to a run, event after event, and folds it: sequence, time and attempt are filled in.
class RunBuilder {
public:
    RunBuilder(const slipway::Json& workflow, slipway::KindRules kinds, slipway::Json inputs = slipway::Json::object(),
        slipway::Json settings = slipway::Json::object(), const QString& subject = u"fishing"_s,
        const QString& id = u"RUN1"_s)
        : m_id(id)
        , m_kinds(std::move(kinds))
    {
        then(slipway::EventType::RunStarted, {},
            {{"subject", subject.toStdString()}, {"workflow", workflow}, {"inputs", std::move(inputs)},
                {"settings", std::move(settings)}, {"stamp", now.ms}});
    }

    //! The event as it would be appended next.
    slipway::Event next(
        slipway::EventType type, const QString& step = {}, slipway::Json data = slipway::Json::object()) const
    {
        slipway::Event event{.run = m_id,
            .sequence = run.sequence + 1,
            .at = now,
            .actor = u"engine"_s,
            .type = type,
            .step = slipway::StepId(step),
            .data = std::move(data)};
        if (const auto* state = run.step(event.step)) {
            event.attempt = int(state->attempts.size()) + (type == slipway::EventType::StepStarted ? 1 : 0);
            event.purpose = state->undoPlanned ? slipway::Purpose::Undo : slipway::Purpose::Do;
        }
        return event;
    }

    RunBuilder& then(const slipway::Event& event)
    {
        auto folded = slipway::fold(run, event, m_kinds);
        if (!folded)
            qFatal("does not fold: %s %s", qPrintable(folded.error().code),
                slipway::toBytes(folded.error().args).constData());
        run = std::move(*folded);
        events.push_back(event);
        now = now + slipway::Millis(1000);
        return *this;
    }
    RunBuilder& then(slipway::EventType type, const QString& step = {}, slipway::Json data = slipway::Json::object())
    {
        return then(next(type, step, std::move(data)));
    }
    RunBuilder& then(const slipway::Events& more)
    {
        for (const auto& event : more)
            then(event);
        return *this;
    }

    //! Intends a write of the step's present attempt; its id is "STEP/ATTEMPT/ORDINAL".
    RunBuilder& intend(
        const QString& step, const char* name = "raisePullRequest", slipway::Json target = slipway::Json::object())
    {
        return then(slipway::EventType::EffectIntended, step,
            {{"effect", effectId(step, 1).toStdString()}, {"name", name}, {"class", "natural key"},
                {"target", std::move(target)}});
    }
    //! Ends the last effect of the step.
    RunBuilder& end(slipway::EventType type, const QString& step, slipway::Json data = slipway::Json::object())
    {
        data["effect"] = effectId(step, 0).toStdString();
        return then(type, step, std::move(data));
    }
    //! A step that wrote once and succeeded.
    RunBuilder& done(const QString& step, const slipway::Json& outputs = slipway::Json::object())
    {
        return then(slipway::EventType::StepStarted, step, {{"by", "engine"}})
            .intend(step)
            .end(slipway::EventType::EffectSucceeded, step, {{"result", outputs}})
            .then(slipway::EventType::StepSucceeded, step, {{"outputs", outputs}});
    }
    RunBuilder& pass(slipway::Millis duration)
    {
        now = now + duration;
        return *this;
    }

    const slipway::StepRun& step(const QString& id) const { return *run.step(slipway::StepId(id)); }
    const slipway::KindRules& kinds() const { return m_kinds; }

    slipway::Run run;
    slipway::Events events;
    slipway::Timestamp now{1700000000000}; //!< of the next event; each takes a second

private:
    QString effectId(const QString& id, int more) const
    {
        const auto& attempts = step(id).attempts;
        return u"%1/%2/%3"_s.arg(id).arg(attempts.last().number).arg(attempts.last().effects.size() + more);
    }

    slipway::RunId m_id;
    slipway::KindRules m_kinds;
};
