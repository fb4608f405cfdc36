// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/http_call.h"
#include "steps/http_look_up.h"
#include "steps/kinds.h"
#include "steps/pacing.h"
#include "workflow/secrets.h"

#include <QUrl>

namespace slipway::steps {

namespace {

constexpr Millis kFirstWait{1'000}, kLongestWait{60'000};
//! A service forgets its keys: the shortest time that is common is a day, and an hour of it is left to clocks and to
//! requests that come late.
constexpr Millis kKeyIsKnownFor{23 * 3'600'000};
//! A refusal may be of a service that is just being rolled out: a person is asked when it has lasted for as long as the
//! looks after a lost answer take.
constexpr Millis kRefusedFor{30'000};

//! Sends one request to a service and takes what is needed from its answer. What is promised about repetitions is
//! declared: by a look-up that tells whether the thing is there, by a key that the service knows, or not at all.
class HttpRequestKind : public StepKind {
public:
    KindRule rule() const override
    {
        using Type = ParameterType;
        return {.kind = u"http.request"_s,
            .parameters = {{u"method"_s, Type::HttpMethod}, {u"url"_s, Type::Url}, {u"headers"_s, Type::Object, false},
                {u"credential"_s, Type::Credential, false}, {u"body"_s, Type::Any, false},
                {u"expect"_s, Type::Statuses, false}, {u"outputs"_s, Type::Outputs, false},
                {u"secretOutputs"_s, Type::Outputs, false}, {u"effect"_s, Type::EffectClass},
                {u"keyHeader"_s, Type::Text, false}, {u"lookUp"_s, Type::HttpLookUp, false},
                {u"lookFirst"_s, Type::Flag, false}, {u"meanings"_s, Type::Meanings, false},
                {u"makes"_s, Type::Made, false}, {u"undo"_s, Type::HttpUndo, false}},
            .anyOutputs = true,
            .takesSecrets = true};
    }

    Reads reads(const StepContext& context) const override
    {
        const bool wanted = context.purpose == Purpose::Undo
            ? outputsOfUndone(context).is_null() && isUndoUnprepared(context)
            : context.forEvidence || wantsLook(context);
        if (!wanted || !hasLookUp(context))
            return {};
        return {.http = {readOf(lookUp(context))}};
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        if (context.purpose == Purpose::Undo)
            return decideUndo(context, seen);
        if (context.forEvidence && hasLookUp(context)) {
            if (auto decided = looked(context, seen, nullptr))
                return *decided;
        }
        const auto* last = lastOfAny(context);
        const bool ofThisAttempt = last && last == context.lastEffect();
        if (last && last->state == EffectState::Succeeded && (ofThisAttempt || mustNotBeRepeated(context, *last)))
            return succeeded(context, *last, seen);
        if (ofThisAttempt && last->state == EffectState::Failed && !last->absent)
            return refused(context, *last, seen);
        if (ofThisAttempt && last->absent && last->error) {
            if (auto waiting = pause(context, *last))
                return *waiting;
        }
        const bool isUntold = !ofThisAttempt || (last->absent && looksAnew(context));
        if (isUntold && wantsLook(context) && hasLookUp(context)) {
            if (auto decided = looked(context, seen, nullptr))
                return *decided;
            if (auto again = believeLater(context, waitToLook(context, std::nullopt)))
                return *again;
        }
        if (isUntold && mayBeSentAlready(context))
            return Ask{
                {.code = errc::gateWaiting, .args = {{"because", context.run.takenOver ? "takenOver" : "restored"}}}};
        if (hasKey(context) && isForgotten(context, keyToldAt(context)))
            return Ask{keyIsOld(errc::gateWaiting)};
        return Call{call(context)};
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        if (context.purpose == Purpose::Undo)
            return {.kind = Resolution::Kind::SendAgain}; // it leads to the same state
        if (effect.effectClass == "native key"_L1 && isForgotten(context, keyToldAt(context)))
            return {.kind = Resolution::Kind::AskPerson, .error = keyIsOld(errc::effectUnknown)};
        if (effect.effectClass == "native key"_L1)
            return {.kind = Resolution::Kind::SendAgain}; // with the same key
        if (!hasLookUp(context))
            return {.kind = Resolution::Kind::AskPerson};
        auto found = findIn(lookUp(context), outputs(context), seen);
        switch (found.kind) {
        case Found::Kind::Ours:
            return {Resolution::Kind::Succeeded, {{"found", true}, {"outputs", std::move(found.outputs)}}};
        case Found::Kind::Absent:
        case Found::Kind::Anothers: return {.kind = Resolution::Kind::Absent};
        case Found::Kind::Several: return {.kind = Resolution::Kind::AskPerson};
        case Found::Kind::Unclear: break;
        }
        // What is missing only a person brings, and a keychain that is asked each minute would show its window each minute.
        const bool isMissing = found.error && (lacksSecret(*found.error) || found.error->code == errc::gateWaiting);
        return {.kind = isMissing ? Resolution::Kind::AskPerson : Resolution::Kind::LookAgain, .error = found.error};
    }

private:
    static const Json& lookUp(const StepContext& context) { return memberAt(context.with, "lookUp"); }
    static bool hasLookUp(const StepContext& context) { return lookUp(context).is_object(); }
    static Json outputs(const StepContext& context)
    {
        const Json& named = memberAt(context.with, "outputs");
        return named.is_object() ? named : Json::object();
    }

    //! At most once, also where the journal has forgotten what was done. A person's retry is her word that it was not.
    static bool mayBeSentAlready(const StepContext& context)
    {
        if (!context.attempt() || !context.attempt()->takenOver || hasLookUp(context))
            return false;
        // What a copy does not tell was sent after the run's start, with its key; a record is of another's run and keys.
        return !hasKey(context) || context.run.takenOver || isForgotten(context, context.run.startedAt);
    }

    //! What took place is known by nothing but the journal. Where that does not know what it gave, the service tells it once
    //! more, for as long as it knows the key.
    static bool mustNotBeRepeated(const StepContext& context, const EffectRecord& done)
    {
        if (done.effectClass == "none"_L1)
            return true;
        return done.effectClass == "native key"_L1 && !hasLookUp(context)
            && (!lacksOutputs(context, done) || isForgotten(context, keyToldAt(context)));
    }

    static bool hasKey(const StepContext& context) { return context.text("effect") == "native key"_L1; }

    //! When the service may first have been told the key; nothing: never since a person last said that it did not come. Once
    //! it has taken place nobody's word makes the key new.
    static std::optional<Timestamp> keyToldAt(const StepContext& context)
    {
        std::optional<Timestamp> first;
        bool tookPlace = false;
        for (const auto& attempt : context.state.attempts) {
            if (attempt.purpose != Purpose::Do)
                continue;
            if (attempt.lookFirst && !attempt.takenOver && !tookPlace)
                first.reset();
            for (const auto& effect : attempt.effects) {
                tookPlace = tookPlace || effect.state == EffectState::Succeeded;
                if (!effect.notBefore && effect.state != EffectState::Succeeded)
                    continue; // it was refused, or never went out
                if (!first)
                    first = effect.intendedAt;
                if (!tookPlace && effect.endedAt && isLong(context, *effect.endedAt - *first))
                    first.reset(); // too old by then for anybody but a person to say that it did not come
            }
        }
        return first;
    }
    static bool isLong(const StepContext& context, Millis passed)
    {
        return double(passed.count()) * context.timeScale >= double(kKeyIsKnownFor.count());
    }
    static bool isForgotten(const StepContext& context, const std::optional<Timestamp>& told)
    {
        return told && isLong(context, context.now - *told);
    }
    static Error keyIsOld(const QString& code) { return {.code = code, .args = {{"because", "keyOld"}}}; }

    //! The last effect of this purpose, of whatever attempt: what took place is not done again by another attempt.
    static const EffectRecord* lastOfAny(const StepContext& context)
    {
        for (auto attempt = context.state.attempts.crbegin(); attempt != context.state.attempts.crend(); ++attempt) {
            if (attempt->purpose == context.purpose && !attempt->effects.isEmpty())
                return &attempt->effects.last();
        }
        return nullptr;
    }

    static bool lacksOutputs(const StepContext& context, const EffectRecord& effect)
    {
        const Json wanted = outputs(context);
        const Json& told = memberAt(effect.result, "outputs");
        return std::any_of(wanted.items().begin(), wanted.items().end(),
            [&](const auto& output) { return memberAt(told, output.key().c_str()).is_null(); });
    }

    bool wantsLook(const StepContext& context) const
    {
        const auto* last = lastOfAny(context);
        if (last && last->isOpen())
            return true;
        const bool ofThisAttempt = last && last == context.lastEffect();
        if (ofThisAttempt && last->state == EffectState::Succeeded)
            return lacksOutputs(context, *last);
        if (ofThisAttempt)
            return last->absent ? looksAnew(context) : meaningOf(context, *last) == Json("exists");
        return context.mustLook() || flagAt(context.with, "lookFirst");
    }

    //! Before a request goes out again that did not get there: what a copy or a record shows as not sent may have been sent
    //! after it was made, and what nothing but a look keeps from being made twice may have been made by others meanwhile.
    static bool looksAnew(const StepContext& context)
    {
        return context.attempt()->takenOver || flagAt(context.with, "lookFirst");
    }

    static const Json& meaningOf(const StepContext& context, const EffectRecord& effect)
    {
        const auto status = effect.error ? integerAt(effect.error->args, "status") : 0;
        return memberAt(memberAt(context.with, "meanings"), QByteArray::number(status).constData());
    }

    Decision succeeded(const StepContext& context, const EffectRecord& effect, const Observation& seen) const
    {
        const bool adopted = flagAt(effect.result, "found") || &effect != context.lastEffect();
        const QString note = adopted ? u"adopted"_s : QString();
        if (!lacksOutputs(context, effect))
            return Done{
                memberAt(effect.result, "outputs").is_object() ? memberAt(effect.result, "outputs") : Json::object(),
                note};
        if (hasLookUp(context)) {
            if (auto decided = looked(context, seen, &effect))
                return *decided;
            return waitToLook(context, std::nullopt); // it is said to have happened, and is not to be seen yet
        }
        if (auto withheld = askAboutWithheld(memberAt(effect.result, "withheld")))
            return Ask{std::move(*withheld)};
        // A person said that it took place; what it gave only she can say.
        return Ask{{.code = errc::gateWaiting, .args = {{"because", "outputsMissing"}}}};
    }

    Decision refused(const StepContext& context, const EffectRecord& effect, const Observation& seen) const
    {
        const Error error = effect.error.value_or(Error{.code = errc::internal});
        const Json& meaning = meaningOf(context, effect);
        if (meaning == Json("exists") && hasLookUp(context)) {
            if (auto decided = looked(context, seen, &effect))
                return *decided;
            return Fail{error}; // refused because it exists, and it does not: the service contradicts itself
        }
        if (meaning == Json("ask"))
            return Ask{error};
        return Fail{error, meaning == Json("retry")};
    }

    //! What looking leads to; nothing: it is not there. `cause`: the effect because of which it was looked.
    static std::optional<Decision> looked(
        const StepContext& context, const Observation& seen, const EffectRecord* cause)
    {
        auto found = findIn(lookUp(context), outputs(context), seen);
        const auto about = [&](const QString& code) {
            Error error{.code = code,
                .args = {{"host", toJson(QUrl(withoutSecrets(textAt(lookUp(context), "url"))).host())}},
                .details = detailsOf(call(context))};
            if (cause && cause->error) {
                if (const QString text = textAt(cause->error->args, "text"); !text.isEmpty())
                    error.args["text"] = toJson(text);
            }
            return error;
        };
        switch (found.kind) {
        case Found::Kind::Ours: return Done{std::move(found.outputs), u"adopted"_s};
        case Found::Kind::Absent: return std::nullopt;
        case Found::Kind::Anothers: return Fail{about(errc::httpConflict)};
        case Found::Kind::Several: return Ask{about(errc::httpAmbiguous)};
        case Found::Kind::Unclear:
            if (found.error && (lacksSecret(*found.error) || found.error->code == errc::gateWaiting))
                return Ask{*found.error};
            if (found.error && isRefusedLook(*found.error))
                return refusedToLook(context, *found.error);
            return waitToLook(context, found.error);
        }
        Q_UNREACHABLE();
    }

    static Decision refusedToLook(const StepContext& context, const Error& error)
    {
        const Json& since = context.fact("refusedSince");
        const auto lasted = [&] { return context.waited() - Millis(since.get<qint64>()); };
        // Of an attempt before this one, when it is negative.
        const bool isFirst = !since.is_number_integer() || lasted() < Millis(0);
        if (!isFirst && lasted() >= kRefusedFor)
            return Ask{error};
        Wait wait = waitToLook(context, error);
        wait.facts["refusedSince"] = isFirst ? Json(context.waited().count()) : since;
        return wait;
    }

    static Wait waitToLook(const StepContext& context, const std::optional<Error>& error)
    {
        Json args{{"host", toJson(QUrl(withoutSecrets(textAt(lookUp(context), "url"))).host())}};
        if (error)
            args["trouble"] = toJson(error->code);
        Wait wait{.what = u"lookUp"_s, .args = std::move(args)};
        if (context.fact("absentSince").is_number_integer())
            wait.facts["absentSince"] = nullptr; // whatever is seen next, it was not absent all the time
        if (context.fact("refusedSince").is_number_integer())
            wait.facts["refusedSince"] = nullptr;
        return wait;
    }

    //! The request certainly did not get there: it goes out again, later each time. Nothing: now.
    static std::optional<Decision> pause(const StepContext& context, const EffectRecord& effect)
    {
        if (effect.error->code == errc::networkUnsafeUrl)
            return Fail{*effect.error};
        if (lacksSecret(*effect.error))
            return Ask{*effect.error};
        const auto tries = std::count_if(context.attempt()->effects.begin(), context.attempt()->effects.end(),
            [](const EffectRecord& each) { return each.absent; });
        const Millis wait = std::min(kLongestWait, kFirstWait * (1 << std::min<qsizetype>(tries - 1, 10)));
        const auto passed =
            Millis(qint64(double((context.now - effect.endedAt.value_or(context.now)).count()) * context.timeScale));
        if (passed >= wait)
            return std::nullopt;
        return Wait{.what = u"answer"_s, .args = {{"context", memberAt(effect.error->args, "host")}}};
    }

    //! What the step gave is needed for its undoing and is not known: it was cut off before it had outputs.
    static bool isUndoUnprepared(const StepContext& context)
    {
        return memberAt(context.definition.with, "undo").is_object() && !memberAt(context.with, "undo").is_object();
    }

    //! Of the answer that came when the step had been ended; null where none came.
    static const Json& outputsOfUndone(const StepContext& context)
    {
        static const Json none;
        for (auto attempt = context.state.attempts.crbegin(); attempt != context.state.attempts.crend(); ++attempt)
            for (auto effect = attempt->effects.crbegin(); effect != attempt->effects.crend(); ++effect)
                if (attempt->purpose == Purpose::Do && effect->state == EffectState::Succeeded
                    && !lacksOutputs(context, *effect))
                    return memberAt(effect->result, "outputs");
        return none;
    }

    static Decision prepareUndo(const StepContext& context, const Observation& seen)
    {
        Json given = outputsOfUndone(context);
        if (given.is_null() && hasLookUp(context)) {
            auto decided = looked(context, seen, nullptr);
            if (!decided)
                return Done{}; // it is not there
            auto* found = std::get_if<Done>(&*decided);
            if (!found)
                return std::move(*decided);
            given = std::move(found->outputs);
        }
        const bool isNew = std::any_of(given.items().begin(), given.items().end(), [&](const auto& output) {
            return memberAt(context.state.outputs, output.key().c_str()) != output.value();
        });
        if (!isNew)
            return Fail{{.code = errc::gateWaiting, .args = {{"because", "givenUnknown"}}}};
        return Revise{context.definition.id, std::move(given)};
    }

    static Decision decideUndo(const StepContext& context, const Observation& seen)
    {
        const auto* last = context.lastEffect();
        if (last && last->state == EffectState::Succeeded)
            return Done{Json::object(), u"takenBack"_s};
        if (last && last->state == EffectState::Failed && !last->absent)
            return Fail{last->error.value_or(Error{.code = errc::internal})};
        if (last && last->absent && last->error) {
            if (auto waiting = pause(context, *last))
                return *waiting;
        }
        if (isUndoUnprepared(context))
            return prepareUndo(context, seen);
        const Json& undo = memberAt(context.with, "undo");
        if (!undo.is_object())
            return Done{};
        HttpCall back = base(undo);
        back.effectClass = u"natural key"_s;
        return Call{std::move(back)};
    }

    static HttpCall base(const Json& request)
    {
        HttpCall made{.method = textAt(request, "method").toLatin1(),
            .url = textAt(request, "url"),
            .body = memberAt(request, "body"),
            .meanings = memberAt(request, "meanings"),
            .credential = textAt(request, "credential")};
        for (const Json& status : memberAt(request, "expect"))
            made.expect.append(status.get<int>());
        if (made.expect.isEmpty())
            made.expect = {200, 201, 202, 204};
        return made;
    }

    static HttpCall call(const StepContext& context)
    {
        HttpCall made = base(context.with);
        made.effectClass = context.text("effect");
        made.outputs = outputs(context);
        if (const Json& secrets = memberAt(context.with, "secretOutputs"); secrets.is_object())
            made.secretOutputs = secrets;
        for (const auto& [name, value] : memberAt(context.with, "headers").items())
            made.headers.append(
                {toQString(name), value.is_string() ? toQString(value.get<std::string>()) : toQString(value.dump())});
        if (const QString header = context.text("keyHeader"); !header.isEmpty()) {
            // The same for every try of this step, so that the service knows them for one.
            made.key = u"%1-%2-%3"_s.arg(
                context.run.id.text(), context.definition.id.text(), QString::number(context.state.generation));
            made.headers.append({header, made.key});
        }
        return made;
    }
};

} // namespace

const StepKind& httpRequestKind()
{
    static const HttpRequestKind kind;
    return kind;
}

} // namespace slipway::steps
