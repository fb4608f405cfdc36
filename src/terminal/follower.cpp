// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/follower.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/of_store.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"
#include "terminal/run_text.h"
#include "workflow/titles.h"

namespace slipway::terminal {

using desk::plainText;

namespace {

// A changed run is told by a signal; looking again now and then only guards against a signal that was lost.
constexpr Millis lookAgain{10'000};
constexpr Millis lookAtOthersStore{1'000};
constexpr Millis readAgainAfter{1'000};
constexpr Millis longestUnread{30'000};

//! Requests are told where they go wrong; that they went well shows in the step.
bool isTold(EventType type)
{
    return type != EventType::EffectIntended && type != EventType::EffectSucceeded && type != EventType::OutputsRevised;
}

Tone eventTone(EventType type)
{
    switch (type) {
    case EventType::StepSucceeded:
    case EventType::StepAdvanced: return Tone::Good;
    case EventType::StepFailed: return Tone::Bad;
    case EventType::EffectFailed: // whether that is the end of it the step says
    case EventType::StepAsked:
    case EventType::EffectUnknown:
    case EventType::EngineCrashed:
    case EventType::RunQuarantined:
    case EventType::RunParked: return Tone::Attention;
    default: return Tone::Plain;
    }
}

//! What no run tells of: nothing can be journaled, or nothing is driven.
QString codeToSay(const std::optional<Error>& trouble)
{
    return trouble && (trouble->code == errc::engineSafeMode || desk::isOfStore(*trouble)) ? trouble->code : QString();
}

//! The step goes on by another way, as it always does then.
bool isNormalRefusal(const Event& event)
{
    return event.type == EventType::EffectFailed
        && textAt(memberAt(event.data, "error"), "code") == errc::githubAutoMergeClean;
}

//! Lane and step, in columns: what happens stands below each other.
QString placeOf(const Run& run, const StepDefinition& step)
{
    constexpr qsizetype widest = 32;
    qsizetype lane = 0, title = 0;
    for (const auto& one : run.workflow->lanes)
        lane = std::max(lane, plainText(laneTitle(run, one.id), widest).size());
    for (const auto& one : run.workflow->steps)
        title = std::max(title, plainText(one.title, widest).size());
    return plainText(laneTitle(run, step.lane), widest).leftJustified(lane + 2)
        + plainText(step.title, widest).leftJustified(title + 2);
}

QString linkOf(const Event& event)
{
    for (const char* holder : {"outputs", "args", "facts"}) {
        const QString url = textAt(memberAt(event.data, holder), "url");
        if (desk::isSafeToOpen(url))
            return url;
    }
    const QString url = textAt(memberAt(memberAt(event.data, "error"), "args"), "url");
    return desk::isSafeToOpen(url) ? url : QString();
}

} // namespace

Follower::Follower(Context& context, desk::Desk& desk)
    : m_context(context)
    , m_desk(desk)
{
    connect(&desk, &desk::Desk::changed, this, &Follower::markChanged);
}

void Follower::add(const RunId& run, std::optional<qint64> since)
{
    if (m_runs.contains(run))
        return;
    m_runs.insert(run, Followed{.seen = since});
    m_order << run;
}

int Follower::exec()
{
    while (!isInterrupted() && (m_endless || !allEnded())) {
        if (const auto inTheWay = sayWhatIsInTheWay(); inTheWay && !m_endless)
            return m_context.fail(*inTheWay);
        // By value: reading turns the event loop, and a change may add runs meanwhile.
        const auto order = m_order;
        for (const auto& id : order) {
            auto& followed = m_runs[id];
            if (followed.ended || !followed.dirty || isInterrupted())
                continue;
            followed.dirty = false;
            if (const auto refreshed = refresh(id, followed); !refreshed) {
                if (couldNotRead(m_runs[id], refreshed.error()))
                    return m_context.fail(refreshed.error());
            }
        }
        if (!isInterrupted() && (m_endless || !allEnded()))
            waitForChange();
    }
    if (m_endless)
        return ExitDone;
    if (!allEnded()) {
        sayInterrupted();
        return ExitNotDone;
    }
    return m_status;
}

//! By a signal, or because nobody reads any more what is told; an agent drives on without a reader.
bool Follower::isInterrupted() const
{
    return m_interrupts.caught() || (!m_endless && m_context.output.isReaderGone());
}

void Follower::say(const Error& error)
{
    if (m_context.json())
        return m_context.output.sayJson({{"error", errorJson(error)}});
    for (const auto& line : errorText(error, {}))
        m_context.output.say(line);
}

//! One run that cannot be read holds up neither the others nor whoever drives them. How long that has been so counts, not
//! how often something else has changed meanwhile.
bool Follower::couldNotRead(Followed& followed, const Error& why)
{
    const bool isLeftAlone = why.code == errc::runSetAside; // until a person has it read again
    const Millis uptime = m_context.environment.clock.uptime();
    const Millis since = followed.unreadSince.value_or(uptime);
    followed.unreadSince = since;
    if (!m_endless && !isLeftAlone) {
        followed.dirty = true;
        return uptime - since >= longestUnread;
    }
    followed.ended = !m_endless;
    m_status = std::max(m_status, int(ExitNotDone));
    if (!std::exchange(followed.saidUnread, true))
        say(why);
    return false;
}

//! In safe mode nothing goes on by itself, however long one waits; with a store that takes nothing, once it does.
std::optional<Error> Follower::sayWhatIsInTheWay()
{
    const auto trouble = m_desk.status().trouble;
    const QString code = codeToSay(trouble), said = std::exchange(m_saidTrouble, code);
    const bool isSafeMode = code == errc::engineSafeMode, isOfStore = !code.isEmpty() && !isSafeMode;
    const bool wasOfStore = !said.isEmpty() && said != errc::engineSafeMode;
    if (wasOfStore && !isOfStore && !m_context.json())
        m_context.output.say(tr("The store can be written again."));
    if (code != said && (isOfStore || (isSafeMode && m_endless)))
        say(*trouble);
    return isSafeMode ? trouble : std::nullopt;
}

bool Follower::allEnded() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [](const Followed& followed) { return followed.ended; });
}

void Follower::markChanged(const QList<RunId>& runs)
{
    for (const auto& id : runs) {
        if (m_endless && !m_runs.contains(id))
            add(id, m_ended.take(id));
        if (auto followed = m_runs.find(id); followed != m_runs.end())
            followed->dirty = true;
    }
}

void Follower::waitForChange()
{
    const bool dirty = std::any_of(m_runs.begin(), m_runs.end(),
        [](const Followed& followed) { return followed.dirty && !followed.ended && !followed.unreadSince; });
    if (dirty)
        return;
    QEventLoop loop;
    connect(&m_desk, &desk::Desk::changed, &loop, &QEventLoop::quit);
    connect(&m_desk, &desk::Desk::statusChanged, &loop, [this, &loop] {
        if (codeToSay(m_desk.status().trouble) != m_saidTrouble)
            loop.quit();
    });
    connect(&m_interrupts, &Interrupts::interrupted, &loop, &QEventLoop::quit);
    const bool someUnread = std::any_of(
        m_runs.begin(), m_runs.end(), [](const Followed& followed) { return followed.unreadSince && !followed.ended; });
    const Millis pause = m_watchOnly ? lookAtOthersStore : someUnread ? readAgainAfter : lookAgain;
    const auto timer = m_context.environment.clock.after(pause, &loop, [&] {
        for (auto& followed : m_runs) // an agent's runs may be thousands: it is told of each that changes
            followed.dirty = followed.dirty || !m_endless || followed.unreadSince;
        loop.quit();
    });
    loop.exec();
}

Result<void> Follower::refresh(const RunId& id, Followed& given)
{
    // What was given may move in the table while the event loop turns, so a copy is worked on and put back.
    Followed followed = given;
    const auto events = followed.seen ? await(m_desk.events(id, *followed.seen)) : Result<Events>(Events{});
    if (!events)
        return events.error();
    const auto view = await(m_desk.run(id));
    if (!view)
        return view.error();
    if (!followed.seen) {
        followed.seen = view->run.sequence;
        if (!m_context.json())
            m_context.output.say(clockTime(now()) + u"  "_s + plainText(view->run.subject) + u"  "_s
                + toned(toneOf(view->run.state), desk::stateWord(view->run.state)));
    }
    for (const auto& event : *events) {
        if (event.sequence <= *followed.seen)
            continue;
        followed.seen = event.sequence;
        print(event, view->run, followed);
    }
    followed.unreadSince.reset();
    followed.saidUnread = false;
    // Events that came between the two reads must be printed before the run's end is.
    const bool upToDate = view->run.sequence <= *followed.seen;
    const auto status = upToDate && !m_endless ? exitStatus(view->run) : std::nullopt;
    if (status)
        end(*view, followed, *status);
    if (m_endless && upToDate && !view->run.isOpen()) { // years of them are not to be kept; what still comes is told
        m_ended.insert(id, *followed.seen);
        m_runs.remove(id);
        m_order.removeOne(id);
        return {};
    }
    auto& stored = m_runs[id];
    followed.dirty = stored.dirty || !upToDate;
    stored = followed;
    return {};
}

void Follower::print(const Event& event, const Run& run, Followed& followed)
{
    if (m_context.json()) {
        m_context.output.json(eventJson(event));
        return;
    }
    if (!isTold(event.type))
        return;
    const auto* definition = event.step.isEmpty() ? nullptr : run.workflow->step(event.step);
    const bool isNormal = isNormalRefusal(event);
    const QString text =
        plainText(isNormal ? desk::describe(errorFromJson(memberAt(event.data, "error"))).what : desk::describe(event));
    if (definition) {
        auto& last = followed.lastText[event.step];
        if (last == text && event.type == EventType::StepWaiting)
            return;
        last = text;
    }
    QString line = clockTime(event.at) + u"  "_s;
    if (m_order.size() > 1 || m_endless)
        line += plainText(run.subject) + u"  "_s;
    if (definition)
        line += placeOf(run, *definition);
    line += toned(isNormal ? Tone::Plain : eventTone(event.type), text);
    if (const QString link = linkOf(event); !link.isEmpty())
        line += u"  "_s + link;
    m_context.output.say(line);
}

void Follower::end(const desk::RunView& view, Followed& followed, int status)
{
    followed.ended = true;
    m_status = std::max(m_status, status);
    const Run& run = view.run;
    if (m_context.json()) {
        m_context.output.json(runJson(view, now(), m_context.environment.clock.scale()));
        return;
    }
    auto& output = m_context.output;
    const Timestamp end = run.endedAt.value_or(now());
    output.say(u"%1: %2 (%3)"_s.arg(plainText(run.subject), toned(toneOf(run.state), desk::stateWord(run.state)),
        desk::durationText((end - run.startedAt).count())));
    for (const auto& step : run.steps) {
        if (!step.error)
            continue;
        output.say(u"  "_s + step.id.text());
        for (const auto& line : errorText(*step.error, u"    "_s))
            output.say(line);
        for (const auto& link : desk::linksOf(run, step))
            output.say(u"    "_s + link.url);
    }
    for (const auto& page : desk::servicePages(run))
        output.say(u"  "_s + page.title + u"  "_s + page.url);
    const QString slipwayctl = m_context.arguments.global.typed();
    // To be pasted into a shell, which must take it for one word, whatever a record called it.
    const bool isWord = plainText(run.subject) == run.subject && !run.subject.startsWith(u'-');
    const QString name = isWord ? quotedWord(run.subject) : run.id.text();
    if (run.state == RunState::Failed)
        output.say(tr("Once the cause is mended: %1").arg(u"%1 retry %2 --follow"_s.arg(slipwayctl, name)));
    if (run.pause && run.isOpen()) {
        output.say(plainText(desk::describe(*run.pause)));
        output.say(tr("To go on: %1").arg(u"%1 resume %2 --follow"_s.arg(slipwayctl, name)));
    }
}

void Follower::sayInterrupted() const
{
    QStringList open;
    for (const auto& id : m_order) {
        if (!m_runs[id].ended)
            open << id.text();
    }
    m_context.output.say(tr("Stopped following. What was begun stays as it is, and nothing is lost."));
    m_context.output.say(
        tr("To go on: %1").arg(u"%1 follow %2"_s.arg(m_context.arguments.global.typed(), open.join(u' '))));
}

} // namespace slipway::terminal
