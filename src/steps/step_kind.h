// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/effects.h"
#include "steps/http_call.h"
#include "steps/observation.h"
#include "steps/step_context.h"

#include <variant>

namespace slipway::steps {

//! Do this one write.
struct Act {
    github::Effect effect;
};
//! Do this one write to a service that is not GitHub.
struct Call {
    HttpCall call;
};
//! Keep watching. Unchanged `what` and `args` are no event.
struct Wait {
    QString what; //!< code, see WaitingFor
    Json args = Json::object();
    Json facts = Json::object(); //!< what was found and the next decisions build on
    bool lookAtOnce = false; //!< the facts ask for other reads: do not wait for the next tick
};
struct Done {
    Json outputs = Json::object();
    QString note = {};
};
//! The attempt failed.
struct Fail {
    Error error;
    bool retry = false; //!< worth another attempt by itself, after the step's back-off
};
//! Only a person can move it; it is watched on, in case the world moves by itself.
struct Ask {
    Error error;
};
//! Outputs of an earlier step changed (a healed branch has a new head, a reopened PR …); then decide again.
struct Revise {
    StepId step;
    Json outputs = Json::object();
};
//! Names are made anew from here on, because what had the old ones was closed for good; then decide again.
struct NewGeneration { };

using Decision = std::variant<Act, Call, Wait, Done, Fail, Ask, Revise, NewGeneration>;

//! What looking shows of an effect whose answer was lost.
struct Resolution {
    enum class Kind {
        Succeeded,
        Absent, //!< looked for, and not there; whoever drives looks several times before a natural key is sent anew
        SendAgain, //!< may go out again whatever became of it: it leads to the same state, or the service knows it again
        LookAgain,
        AskPerson
    };
    Kind kind = Kind::LookAgain;
    Json result = Json::object(); //!< Succeeded: what the answer would have told
    std::optional<Error> error = {}; //!< LookAgain, AskPerson: why looking tells nothing
};

//! It could not be read; `why`: null where it is not known.
inline Resolution lookAgain(const Error* why)
{
    return {.kind = Resolution::Kind::LookAgain, .error = why ? std::optional(*why) : std::nullopt};
}

//! One kind of step: a small reconciler. Pure: no I/O, no clock, values in and out. The same `reads` and `decide` serve
//! the first try, a retry, a look after a crash, a preview and undo.
class StepKind {
public:
    virtual ~StepKind() = default;

    virtual KindRule rule() const = 0;
    //! What must be read before decide() or resolve() can be asked.
    virtual Reads reads(const StepContext& context) const = 0;
    //! What should happen next. Never asked while an effect of the step is open.
    virtual Decision decide(const StepContext& context, const Observation& seen) const = 0;
    //! What became of an effect of unknown outcome, by what is seen no earlier than its notBefore.
    virtual Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const
    {
        Q_UNUSED(context)
        Q_UNUSED(effect)
        Q_UNUSED(seen)
        return {.kind = Resolution::Kind::AskPerson};
    }
};

} // namespace slipway::steps
