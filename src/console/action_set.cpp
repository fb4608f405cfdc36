// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/action_set.h"

#include "base/text.h"
#include "console/command_runner.h"
#include "console/icons.h"
#include "console/safe_text.h"
#include "desk/error_text.h"
#include "workflow/handle.h"

namespace slipway::console {

namespace {

//! Long enough that handle() never says "the reason is too short" when it is asked whether the act applies at all.
const QString anyReason = QStringLiteral("asked whether it applies");

} // namespace

ActionSet::ActionSet(QObject* parent)
    : QObject(parent)
    , m_actions(Count, nullptr)
{
    const auto key = [](const char* keys) { return QKeySequence(QString::fromLatin1(keys)); };
    make(NewService, tr("&New service"), tr("Create a service: fill the form, see what will change, start"), u"new"_s,
        key("Ctrl+N"));
    make(Retry, tr("&Retry"), tr("Try the step again. What it has already done is looked up and not done twice"),
        u"retry"_s, key("Ctrl+R"));
    make(RetryFromHere, tr("Retry &from here"), tr("Do this step and all that follow it again"), u"retry"_s,
        key("Ctrl+Shift+R"));
    make(RetryAtOnce, tr("Retry no&w"), tr("Do not wait for the time of the planned retry"), u"resume"_s,
        key("Ctrl+Return"));
    make(Look, tr("&Look now"), tr("Ask the services now instead of at the next regular time"), u"look"_s, key("F5"));
    make(Advance, tr("&Advance…"), tr("Treat the step as done, with a reason"), u"advance"_s, key("Ctrl+Shift+A"));
    make(Skip, tr("&Skip…"), tr("Leave an optional step out, with a reason"), u"skip"_s);
    make(Pause, tr("&Pause"), tr("Start nothing further until resumed"), u"pause"_s);
    make(Cancel, tr("&Cancel…"), tr("Finish the request in flight, then stop the run"), u"cancel"_s, key("Ctrl+."));
    make(Undo, tr("&Undo…"), tr("Take back what the run has made: its pull requests and branches"), u"undo"_s);
    make(OpenLink, tr("&Open on GitHub"), tr("Open what the step is about in the browser"), u"open"_s,
        key("Ctrl+Shift+O"));
    make(AddNoteHere, tr("Add a n&ote"), tr("Write a note into the run's history"), u"note"_s, key("F2"));
    make(CopyId, tr("Copy the run's &id"), tr("Copy the run's id, for the terminal"), {}, key("Ctrl+Shift+C"));
    make(Search, tr("&Search"), tr("Search the runs by name, team or person"), u"search"_s, key("Ctrl+F"));
    make(ReadNow, tr("Read the &store again"), tr("Read all runs from the store again"), {}, key("Shift+F5"));
    make(ZoomIn, tr("Zoom &in"), tr("Show less time, larger"), u"zoom-in"_s, key("Ctrl+="));
    make(ZoomOut, tr("Zoom &out"), tr("Show more time"), u"zoom-out"_s, key("Ctrl+-"));
    make(ZoomFit, tr("&Whole run"), tr("Show the run from its start to its end"), u"fit"_s, key("Ctrl+0"));
    make(ZoomBack, tr("Zoom &back"), tr("Back to what was shown before"), {}, key("Alt+Left"));
    make(ZoomForward, tr("Zoom &forward"), tr("Forward again"), {}, key("Alt+Right"));
    make(NextNeedingYou, tr("&Next that needs you"), tr("Go to the next run that needs a person"), {}, key("F8"));
    make(PreviousNeedingYou, tr("P&revious that needs you"), tr("Go to the one before"), {}, key("Shift+F8"));
    make(Quit, tr("&Quit"), tr("Close Slipway"), {}, QKeySequence(QKeySequence::Quit));
    make(Connection, tr("&Connection…"), tr("Who you are at GitHub, what is allowed, and other ways to connect"),
        u"connect"_s);
    make(About, tr("&About Slipway"), tr("Version, licence, where the data is"), {});
    m_actions[ZoomIn]->setShortcuts({key("Ctrl+="), key("Ctrl++")});
    m_actions[Retry]->setObjectName(u"retry"_s);
    refreshIcons();
}

QAction* ActionSet::make(Id id, const QString& text, const QString& tip, const QString& icon, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    m_actions[id] = action;
    m_icons.insert(id, icon);
    m_tips.insert(
        id, keys.isEmpty() ? tip : tr("%1 (%2)", "tooltip, keys").arg(tip, keys.toString(QKeySequence::NativeText)));
    action->setToolTip(m_tips.value(id));
    action->setStatusTip(tip);
    return action;
}

void ActionSet::refreshIcons()
{
    for (int id = 0; id < Count; ++id)
        if (const QString name = m_icons.value(id); !name.isEmpty())
            m_actions[id]->setIcon(icon(name));
}

QList<QAction*> ActionSet::runActions() const
{
    return {m_actions[Retry], m_actions[RetryFromHere], m_actions[RetryAtOnce], m_actions[Look], nullptr,
        m_actions[Advance], m_actions[Skip], nullptr, m_actions[Pause], m_actions[Cancel], m_actions[Undo], nullptr,
        m_actions[OpenLink], m_actions[AddNoteHere], m_actions[CopyId]};
}

void ActionSet::enable(Id id, const std::optional<QString>& whyNot)
{
    QAction* action = m_actions[id];
    action->setEnabled(!whyNot);
    action->setToolTip(whyNot ? safeText(*whyNot, 300) : m_tips.value(id));
}

void ActionSet::update(const Selection& selection, const desk::EngineStatus& status, const QSet<StepId>& requested)
{
    const auto view = selection.view();
    const StepId step = selection.stepId();

    std::optional<QString> unable;
    if (status.readOnly)
        unable = desk::describe(*status.readOnly).what;
    enable(NewService, unable);

    const auto judge = [&](const Command& command) -> std::optional<QString> {
        if (unable)
            return unable;
        if (!view)
            return tr("Choose a run first.");
        const bool needsStep = std::visit(
                                   [](const auto& c) {
                                       return requires { c.step; };
                                   },
                                   command)
            && !std::holds_alternative<LookNow>(command) && !std::holds_alternative<AddNote>(command);
        if (needsStep && step.isEmpty())
            return tr("Choose a step in the timeline first.");
        if (requested.contains(stepOf(command)) && !std::holds_alternative<AddNote>(command))
            return tr("Requested already; waiting for the answer.");
        if (const auto error = slipway::whyNot(view->run, command)) {
            const desk::ErrorText text = desk::describe(*error);
            return text.why.isEmpty() ? text.what : text.why;
        }
        return std::nullopt;
    };
    enable(Retry, judge(RetryStep{step, anyReason}));
    enable(RetryFromHere, judge(RetryFrom{step, anyReason}));
    enable(RetryAtOnce, judge(RetryNow{step}));
    enable(Look, judge(LookNow{step}));
    enable(Advance, judge(AdvanceStep{step, anyReason}));
    enable(Skip, judge(SkipStep{step, anyReason}));
    const bool paused = view && view->run.paused;
    m_actions[Pause]->setText(paused ? tr("Resu&me") : tr("&Pause"));
    m_icons[Pause] = paused ? u"resume"_s : u"pause"_s;
    m_actions[Pause]->setIcon(icon(m_icons[Pause]));
    enable(Pause, paused ? judge(ResumeRun{anyReason}) : judge(PauseRun{anyReason}));
    enable(Cancel, judge(CancelRun{anyReason}));
    enable(Undo, judge(UndoRun{anyReason}));
    enable(AddNoteHere, judge(AddNote{u"note"_s, step}));
    enable(CopyId, view ? std::nullopt : std::optional(tr("Choose a run first.")));

    std::optional<QString> noLink = tr("The step has nothing on GitHub yet.");
    if (!view)
        noLink = tr("Choose a run first.");
    else if (const StepRun* at = selection.step()) {
        for (const desk::Link& link : desk::linksOf(view->run, *at))
            if (desk::isSafeToOpen(link.url))
                noLink.reset();
    } else
        noLink = tr("Choose a step in the timeline first.");
    enable(OpenLink, noLink);
}

} // namespace slipway::console
