// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/kind_rules.h"
#include "workflow/run.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace slipway::steps {

//! What templates of a run may name. Most of it stays the same from look to look, and hundreds of waits share it.
using Scope = std::shared_ptr<const Json>;

//! The scopes of one run, by generation; made anew once an event has changed the run.
class Scopes {
public:
    Scope of(const Run& run, int generation);

private:
    qint64 m_sequence = -1;
    QHash<int, Scope> m_byGeneration;
};

//! Everything that a step kind may know when it decides: values only.
struct StepContext {
    const Run& run;
    const StepDefinition& definition;
    const StepRun& state;
    Scope scope; //!< for templates that are expanded late (the files of a pull request)
    Json with; //!< the parameters, expanded (all but `files`)
    Purpose purpose = Purpose::Do;
    Timestamp now;
    double timeScale = 1.0;
    bool forEvidence =
        false; //!< it is only looked, for a person: what is there, not what is to be done, is the question
    QSet<qint64> takenRuns =
        {}; //!< of GitHub Actions: what other dispatches, of this and other runs, are known to have started
    int lookUps = 0; //!< how often the open effect of unknown outcome was looked up before

    QString text(const char* parameter) const { return textAt(with, parameter); }
    const Attempt* attempt() const { return state.attempt(); }
    //! The last effect of this attempt, or none.
    const EffectRecord* lastEffect() const;
    bool lastEffectIs(const char* name, EffectState effectState) const;
    int effectsNamed(const char* name) const; //!< of this attempt, without those that certainly did not take place
    //! Blind first, look later: only a first attempt that has sent nothing yet may write without having looked.
    bool mustLook() const;
    //! A person asked for this attempt (or it follows one that did): reopening, re-running and the like are wanted.
    bool retried() const;
    //! How long this attempt has been under way, in the workflow's own (unscaled) time.
    Millis waited() const;
    //! What earlier observations of this attempt found.
    const Json& fact(const char* name) const;
};

//! The context of one step of a run. `scopes`: those of this run, where it is asked for again and again. Error: a
//! placeholder that cannot be expanded.
Result<StepContext> contextOf(const Run& run, const StepId& step, const KindRules& kinds, Timestamp now,
    double timeScale, Scopes* scopes = nullptr);
//! Of another step of the same run at the same moment.
Result<StepContext> contextOf(const StepContext& context, const StepId& step);

} // namespace slipway::steps
