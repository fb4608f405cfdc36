// SPDX-License-Identifier: GPL-3.0-or-later
// LocalDesk: what is seen of a run where it works, for who wants to see.
#include "base/error_codes.h"
#include "base/ready.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "desk/change_made.h"
#include "desk/local_desk.h"

namespace slipway::desk {

namespace {

//! What a run did stands on the GitHub that it was started with: nothing of it is to be seen on another.
Result<RunView> ifOfHost(const Result<RunView>& view, const QString& host)
{
    if (!view || view->run.host.isEmpty() || host.isEmpty() || view->run.host == host)
        return view;
    return Error{.code = errc::githubOtherHost,
        .args = {{"host", view->run.host.toStdString()}, {"connected", host.toStdString()}}};
}

//! Of such a run nothing is asked, not even by who only wants to see: its requests carry this user's credentials, and a
//! step may be what crashed the program.
std::optional<Error> whyNothingIsLookedUp(const Run& run)
{
    const QString rests = run.pause ? run.pause->because : QString();
    const char* because = run.quarantined ? "quarantined"
        : rests == "elsewhere"_L1         ? "elsewhere"
        : rests == "noHome"_L1            ? "noHome"
                                          : nullptr;
    if (!because)
        return std::nullopt;
    return Error{.code = errc::commandRefused, .args = {{"command", "LookNow"}, {"because", because}}};
}

} // namespace

QFuture<Result<Evidence>> LocalDesk::evidence(const RunId& run, const StepId& step)
{
    ThreadDoor::enter(this, "the desk");
    return m_reading->run(run)
        .then(this,
            [this, step](const Result<RunView>& found) -> QFuture<Result<Evidence>> {
                const auto view = ifOfHost(found, m_options.engine.host);
                if (!view)
                    return ready(Result<Evidence>(view.error()));
                if (const auto rest = whyNothingIsLookedUp(view->run))
                    return ready(Result<Evidence>(*rest));
                const auto look = EvidenceLook::begin(view->run, step);
                return look ? lookFor(*look) : ready(Result<Evidence>(look.error()));
            })
        .unwrap();
}

//! Looks again while what was seen asks for more, as the run itself would.
QFuture<Result<Evidence>> LocalDesk::lookFor(const EvidenceLook& look)
{
    return m_engine->look(look.reads(m_engine->clock()), Millis(0))
        .then(this,
            [this, look](const Result<steps::Observation>& answer) -> QFuture<Result<Evidence>> {
                if (!answer)
                    return ready(Result<Evidence>(answer.error()));
                EvidenceLook next = look;
                if (next.take(*answer, m_engine->clock()))
                    return lookFor(next);
                return ready(Result<Evidence>(next.evidence(*answer, m_engine->clock())));
            })
        .unwrap();
}

QFuture<Result<UndoPlan>> LocalDesk::planUndo(const RunId& run)
{
    ThreadDoor::enter(this, "the desk");
    return m_reading->run(run)
        .then(this,
            [this](const Result<RunView>& found) -> QFuture<Result<UndoPlan>> {
                if (!found)
                    return ready(Result<UndoPlan>(found.error()));
                const UndoLook look(found->run, m_engine->clock());
                if (const auto here = ifOfHost(found, m_options.engine.host); !here)
                    return ready(Result<UndoPlan>(look.belief(here.error())));
                if (const auto rest = whyNothingIsLookedUp(found->run))
                    return ready(Result<UndoPlan>(look.belief(*rest)));
                return planBy(look);
            })
        .unwrap();
}

//! Looks again while what was seen asks for more, as undoing itself would.
QFuture<Result<UndoPlan>> LocalDesk::planBy(const UndoLook& look)
{
    const auto reads = look.reads(m_engine->clock());
    if (reads.isEmpty())
        return ready(Result<UndoPlan>(look.plan({}, m_engine->clock())));
    return m_engine->look(reads, Millis(0))
        .then(this,
            [this, look](const Result<steps::Observation>& answer) -> QFuture<Result<UndoPlan>> {
                if (!answer)
                    return ready(Result<UndoPlan>(look.belief(answer.error())));
                UndoLook next = look;
                if (next.take(*answer, m_engine->clock()))
                    return planBy(next);
                return ready(Result<UndoPlan>(next.plan(*answer, m_engine->clock())));
            })
        .unwrap();
}

QFuture<Result<QList<PreviewFile>>> LocalDesk::change(const RunId& run, const StepId& step)
{
    ThreadDoor::enter(this, "the desk");
    using Files = Result<QList<PreviewFile>>;
    return m_reading->run(run)
        .then(this,
            [this, step](const Result<RunView>& found) -> QFuture<Files> {
                const auto view = ifOfHost(found, m_options.engine.host);
                if (!view)
                    return ready(Files(view.error()));
                const auto read = readOfChange(view->run, step);
                if (!read)
                    return ready(Files(QList<PreviewFile>()));
                // Two commits never change: what was read once holds for good.
                return m_engine->look({.github = {*read}}, Millis(3'600'000))
                    .then(this, [read](const Result<steps::Observation>& answer) -> Files {
                        if (!answer)
                            return answer.error();
                        const auto found = answer->find<github::Comparison>(*read);
                        if (!found.value)
                            return found.error ? *found.error : Error{.code = errc::notConnected};
                        return filesOfChange(*found.value);
                    });
            })
        .unwrap();
}

} // namespace slipway::desk
