// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/action_set.h"

#include "base/text.h"
#include "console/command_runner.h"
#include "console/icons.h"
#include "console/many_acts.h"
#include "console/safe_text.h"
#include "console/step_choices.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/stuck_cause.h"
#include "workflow/handle.h"
#include "workflow/secrets.h"

#include <QMetaEnum>

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
    make(NewServices, tr("New services from a &list…"),
        tr("Create many services: paste a list or open a CSV file; each row is checked first"), {});
    make(Retry, tr("&Retry"), tr("Try the step again. What it has already done is looked up and not done twice"),
        u"retry"_s, key("Ctrl+R"));
    make(RetryFromHere, tr("Retry &from here"), tr("Do this step and all that follow it again"), u"retry"_s,
        key("Ctrl+Shift+R"));
    make(RetryAtOnce, tr("Retry no&w"), tr("Do not wait for the time of the planned retry"), u"resume"_s,
        key("Ctrl+Return"));
    make(Look, tr("&Look now"), tr("Ask the services now instead of at the next regular time"), u"look"_s, key("F5"));
    make(Advance, tr("&Advance…"), tr("Treat the step as done, with a reason"), u"advance"_s, key("Ctrl+Shift+A"));
    make(GiveSecret, tr("Gi&ve the secret…"), tr("Give the password or code that the step waits for"), u"key"_s);
    make(SetCredential, tr("Set the &credential…"), tr("Keep the credential that the step's request needs"), u"key"_s);
    make(Answer, tr("Say what &happened…"),
        tr("Say whether a request took place of which nothing else can tell what became"), u"note"_s);
    make(Skip, tr("&Skip…"), tr("Leave an optional step out, with a reason"), u"skip"_s);
    make(Pause, tr("&Pause"), tr("Start nothing further until resumed"), u"pause"_s);
    make(Cancel, tr("&Cancel…"), tr("Finish the request in flight, then stop the run"), u"cancel"_s, key("Ctrl+."));
    make(Compare, tr("Co&mpare with another run…"), tr("Two runs side by side: outcomes, durations, inputs"),
        u"compare"_s);
    make(StartAgain, tr("Start a&gain with these inputs…"),
        tr("Open the form for a new service, filled in as this run was; nothing starts yet"), u"new"_s);
    make(Undo, tr("&Undo…"), tr("Take back what the run has made: its pull requests and branches"), u"undo"_s);
    make(OpenLink, tr("&Open on GitHub"), tr("Open what the step is about in the browser"), u"open"_s,
        key("Ctrl+Shift+O"));
    for (const Id id : {FirstPage, SecondPage, ThirdPage}) {
        make(id, tr("Open what was made"), tr("Open what the run has made in the browser"), u"open"_s);
        m_actions[id]->setVisible(false);
    }
    make(AddNoteHere, tr("Add a n&ote"), tr("Write a note into the run's history"), u"note"_s, key("F2"));
    make(
        CopyLink, tr("Copy &link"), tr("Copy a link that opens this run and step in Slipway"), {}, key("Ctrl+Shift+C"));
    make(CopyId, tr("Copy the run's &id"), tr("Copy the run's id, for the terminal"), {});
    make(CopyCommand, tr("Copy the &terminal command"),
        tr("Copy what shows this run in a terminal; in place of “show” stands what else is to be done with it"), {});
    make(Export, tr("&Export the run…"),
        tr("Save the run with its history as JSON, as a table (CSV) or as a report for a ticket"), {}, key("Ctrl+E"));
    make(Search, tr("&Search"), tr("Search the runs by name, team or person, or with filters such as state:stuck"),
        u"search"_s, key("Ctrl+F"));
    make(SearchEverything, tr("Search &everything"), tr("Search names, errors, logs and notes of all runs"),
        u"search"_s, key("Ctrl+Shift+F"));
    make(Palette, tr("Command &palette"), tr("Find a run, a repository, a pull request or an action by its name"), {},
        key("Ctrl+K"));
    make(SaveView, tr("Save this &view…"), tr("Keep the view and what is searched for under a name"), {});
    make(RenameView, tr("Re&name the view…"), tr("Give the chosen saved view another name"), {});
    make(DeleteView, tr("&Delete the view"), tr("Forget the chosen saved view; its runs stay"), {});
    const std::array views{tr("Needs you"), tr("Running"), tr("Waiting"), tr("Stuck"), tr("Failed"), tr("Done"),
        tr("Cancelled, undone"), tr("All runs")};
    for (int i = 0; i < int(views.size()); ++i)
        make(Id(ViewNeedsYou + i), views[size_t(i)], tr("Show the view “%1”").arg(views[size_t(i)]), {},
            QKeySequence(u"Ctrl+%1"_s.arg(i + 1)));
    for (int i = 0; i <= Tab7 - Tab1; ++i)
        make(Id(Tab1 + i), tr("Page %1").arg(i + 1), tr("Show this page of the inspector"), {},
            QKeySequence(u"Alt+%1"_s.arg(i + 1)));
    make(ShowNavigator, tr("&Views pane"), tr("Show or hide the views"), {}, key("Ctrl+Alt+1"));
    make(ShowList, tr("&Runs pane"), tr("Show or hide the list of runs"), {}, key("Ctrl+Alt+2"));
    make(ShowTimeline, tr("&Timeline pane"), tr("Show or hide the timeline"), {}, key("Ctrl+Alt+3"));
    make(ShowInspector, tr("&Inspector pane"), tr("Show or hide the inspector"), {}, key("Ctrl+Alt+4"));
    make(InspectorBeside, tr("Inspector at the &side"),
        tr("Put the inspector beside the other panes, for wide screens, or below them"), {}, key("Ctrl+Alt+5"));
    m_actions[InspectorBeside]->setCheckable(true);
    for (const Id id : {ShowNavigator, ShowList, ShowTimeline, ShowInspector}) {
        m_actions[id]->setCheckable(true);
        m_actions[id]->setChecked(true);
    }
    make(NextPane, tr("Ne&xt pane"), tr("Move the keyboard to the next pane"), {}, key("F6"));
    make(PreviousPane, tr("Pre&vious pane"), tr("Move the keyboard to the pane before"), {}, key("Shift+F6"));
    make(Notices, tr("&Notifications"), tr("What has been notified, newest first"), {}, key("Ctrl+Shift+N"));
    make(MuteRun, tr("&Mute this run"), tr("Show no notification of this run on the desktop"), {});
    m_actions[MuteRun]->setCheckable(true);
    make(Settings, tr("Se&ttings…"), tr("Appearance, notifications, shortcuts, watching, language"), {}, key("Ctrl+,"));
    make(Workflows, tr("&Workflows…"), tr("What can be started: its map, what it does, and importing another one"), {});
    make(ImportRecords, tr("&Import status records…"), tr("Take in the platform's records as runs with their history"),
        {});
    make(OpenCopy, tr("&Open a copy…"),
        tr("Look at a copy of a history, or at an exported run, without changing anything"), {}, key("Ctrl+O"));
    make(StoreCopies, tr("Copies of the &store…"), tr("Make a copy of the history, or put one back"), {});
    make(Statistics, tr("&Durations…"),
        tr("What a workflow and its steps usually take, and how often they go wrong, with plots"), {}, key("Ctrl+D"));
    make(SetUp, tr("Set-up &checklist"), tr("What is set up and what is not yet"), {});
    make(Shortcuts, tr("&Help and shortcuts"), tr("All actions and their keys"), {}, key("F1"));
    make(ReadNow, tr("Read the &store again"), tr("Read all runs from the store again"), {}, key("Shift+F5"));
    make(ZoomIn, tr("Zoom &in"), tr("Show less time, larger"), u"zoom-in"_s, key("Ctrl+="));
    make(ZoomOut, tr("Zoom &out"), tr("Show more time"), u"zoom-out"_s, key("Ctrl+-"));
    make(ZoomFit, tr("&Whole run"), tr("Show the run from its start to its end"), u"fit"_s, key("Ctrl+0"));
    make(ZoomBack, tr("Zoom &back"), tr("Back to what was shown before"), {}, key("Alt+Left"));
    make(ZoomForward, tr("Zoom &forward"), tr("Forward again"), {}, key("Alt+Right"));
    make(Earlier, tr("&Earlier"), tr("The run as it stood when something happened before"), {}, key("Ctrl+Left"));
    make(Later, tr("&Later"), tr("The run as it stood when something happened after"), {}, key("Ctrl+Right"));
    make(BackToNow, tr("Back to &now"), tr("The run as it is"), {});
    make(TimelineTable, tr("View timeline as &table"), tr("The timeline in words and times"), u"table"_s);
    make(TimelinePicture, tr("Save timeline as &picture…"), tr("The timeline as PNG, SVG or PDF"), u"picture"_s);
    make(PreviousAttempt, tr("&Previous attempt"),
        tr("The chosen step's attempt before, while the timeline has the keyboard"), {}, key("["));
    make(NextAttempt, tr("Next &attempt"), tr("The chosen step's attempt after it"), {}, key("]"));
    for (const Id id : {PreviousAttempt, NextAttempt}) // where text is typed the keys are letters
        m_actions[id]->setShortcutContext(Qt::WidgetShortcut);
    make(NextNeedingYou, tr("&Next that needs you"), tr("Go to the next run that needs a person"), {}, key("F8"));
    make(PreviousNeedingYou, tr("P&revious that needs you"), tr("Go to the one before"), {}, key("Shift+F8"));
    make(Quit, tr("&Quit"), tr("Close Slipway"), {}, QKeySequence(QKeySequence::Quit));
    make(Connection, tr("&Connection…"), tr("Who you are at GitHub, what is allowed, and other ways to connect"),
        u"connect"_s);
    make(About, tr("&About Slipway"), tr("Version, licence, where the data is"), {});
    m_defaults[ZoomIn] = {key("Ctrl+="), key("Ctrl++")};
    setKeys(ZoomIn, m_defaults[ZoomIn]);
    for (const Id id : {Retry, Pause, Cancel, Export, MuteRun})
        m_ofOne.insert(id, {m_actions[id]->text(), m_actions[id]->statusTip()});
    m_actions[Retry]->setObjectName(u"retry"_s);
    m_actions[Earlier]->setObjectName(u"earlier"_s);
    m_actions[BackToNow]->setObjectName(u"backToNow"_s);
    refreshIcons();
}

QAction* ActionSet::make(Id id, const QString& text, const QString& tip, const QString& icon, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    m_actions[id] = action;
    m_icons.insert(id, icon);
    if (!keys.isEmpty())
        m_defaults[id] = {keys};
    action->setStatusTip(tip);
    refreshTip(id);
    return action;
}

void ActionSet::refreshTip(Id id)
{
    QAction* action = m_actions[id];
    const QString tip = action->statusTip();
    const QKeySequence keys = action->shortcut();
    if (const auto why = m_whyNot.constFind(id); why != m_whyNot.constEnd())
        action->setToolTip(safeText(*why, 300));
    else
        action->setToolTip(
            keys.isEmpty() ? tip : tr("%1 (%2)", "tooltip, keys").arg(tip, keys.toString(QKeySequence::NativeText)));
}

void ActionSet::setText(Id id, const QString& text)
{
    m_actions[id]->setText(text);
    refreshTip(id);
}

QString ActionSet::nameOf(Id id) { return QString::fromLatin1(QMetaEnum::fromType<Id>().valueToKey(id)); }

QString ActionSet::titleOf(Id id) const
{
    QString title = m_actions[id]->text();
    title.remove(u'&');
    while (title.endsWith(u'…'))
        title.chop(1);
    return title;
}

void ActionSet::setKeys(Id id, const QList<QKeySequence>& keys)
{
    m_actions[id]->setShortcuts(keys);
    refreshTip(id);
}

std::optional<ActionSet::Id> ActionSet::holderOf(const QKeySequence& keys, Id but) const
{
    for (int id = 0; id < Count; ++id)
        if (id != but && !keys.isEmpty() && m_actions[id]->shortcuts().contains(keys))
            return Id(id);
    return std::nullopt;
}

void ActionSet::refreshIcons()
{
    for (int id = 0; id < Count; ++id)
        if (const QString name = m_icons.value(id); !name.isEmpty())
            m_actions[id]->setIcon(icon(name));
}

QList<QAction*> ActionSet::list(std::initializer_list<int> ids) const
{
    QList<QAction*> actions;
    for (const int id : ids)
        actions += id == Count ? nullptr : m_actions[id];
    return actions;
}

QList<QAction*> ActionSet::runActions() const
{
    return list({Retry, RetryFromHere, RetryAtOnce, Look, GiveSecret, SetCredential, Answer, Count, Advance, Skip,
        Count, Pause, Cancel, Undo, StartAgain, Compare, Count, OpenLink, FirstPage, SecondPage, ThirdPage, AddNoteHere,
        CopyLink, CopyId, CopyCommand, Count, Export, MuteRun});
}

QList<QAction*> ActionSet::fileActions() const
{
    return list({NewService, NewServices, Workflows, ImportRecords, Count, OpenCopy, StoreCopies, Count, Connection,
        Settings, Count, Quit});
}

QList<QAction*> ActionSet::editActions() const
{
    return list({Search, SearchEverything, Count, SaveView, RenameView, DeleteView});
}

QList<QAction*> ActionSet::viewActions() const
{
    return list({ViewNeedsYou, ViewRunning, ViewWaiting, ViewStuck, ViewFailed, ViewDone, ViewStopped, ViewAll, Count,
        NextNeedingYou, PreviousNeedingYou, Count, ReadNow});
}

QList<QAction*> ActionSet::paneActions() const
{
    return list(
        {ShowNavigator, ShowList, ShowTimeline, ShowInspector, Count, InspectorBeside, Count, NextPane, PreviousPane});
}

QList<QAction*> ActionSet::timelineActions() const
{
    return list({ZoomIn, ZoomOut, ZoomFit, ZoomBack, ZoomForward, Count, Earlier, Later, BackToNow, Count,
        PreviousAttempt, NextAttempt, Count, TimelineTable, TimelinePicture});
}

QList<QAction*> ActionSet::tabActions() const { return list({Tab1, Tab2, Tab3, Tab4, Tab5, Tab6, Tab7}); }

QList<QAction*> ActionSet::toolActions() const { return list({Palette, Notices, Count, Statistics}); }

QList<QAction*> ActionSet::helpActions() const { return list({Shortcuts, SetUp, Count, About}); }

void ActionSet::enable(Id id, const std::optional<QString>& whyNot)
{
    m_actions[id]->setEnabled(!whyNot);
    if (whyNot)
        m_whyNot.insert(id, *whyNot);
    else
        m_whyNot.remove(id);
    refreshTip(id);
}

void ActionSet::update(
    const Selection& selection, const desk::EngineStatus& status, const QSet<StepId>& requested, int selectedRuns)
{
    const auto view = selection.view();
    const StepId step = selection.stepId();

    std::optional<QString> noRun;
    if (!view)
        noRun = selection.setAside() ? desk::describe(*selection.setAside()).what : tr("Choose a run first.");
    std::optional<QString> unable;
    if (status.readOnly)
        unable = desk::describe(*status.readOnly).what;
    enable(NewService, unable);
    enable(NewServices, unable);

    const auto judge = [&](const Command& command) -> std::optional<QString> {
        if (unable)
            return unable;
        if (!view)
            return noRun;
        if (selection.isPast())
            return tr("This is the past. Go back to now first.");
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
        if (const auto error = slipway::whyNot(view->run, command))
            return whyText(*error);
        return std::nullopt;
    };
    for (const Id id : {Earlier, TimelineTable, TimelinePicture})
        enable(id, noRun);
    for (const Id id : {Later, BackToNow})
        enable(id, selection.isPast() ? std::nullopt : std::optional(tr("This is the present.")));
    enable(Retry, judge(RetryStep{step, anyReason}));
    const StepRun* asking = selection.step();
    const auto noSecret = asking && secretAskedFor(*asking) ? judge(RetryStep{step, anyReason})
                                                            : std::optional(tr("No step waits for a secret here."));
    enable(GiveSecret, noSecret);
    enable(SetCredential,
        asking && desk::credentialAskedFor(*asking) ? std::nullopt
                                                    : std::optional(tr("The step does not wait for a credential.")));
    enable(Answer, judge(ResolveEffect{.step = step}));
    enable(RetryFromHere, judge(RetryFrom{step, anyReason}));
    enable(RetryAtOnce, judge(RetryNow{step}));
    enable(Look, judge(LookNow{step}));
    enable(Advance, judge(AdvanceStep{step, anyReason}));
    enable(Skip, judge(SkipStep{step, anyReason}));
    // One that cannot be read is read again when it is resumed.
    const bool isSetAside = !view && selection.setAside();
    const bool paused = isSetAside || (view && resumes(view->run));
    if (const QString name = paused ? u"resume"_s : u"pause"_s; m_icons[Pause] != name) {
        m_icons[Pause] = name;
        m_actions[Pause]->setIcon(icon(name));
    }
    if (isSetAside)
        enable(Pause,
            unable                             ? unable
                : requested.contains(StepId()) ? std::optional(tr("Requested already; waiting for the answer."))
                                               : std::nullopt);
    else
        enable(Pause, paused ? judge(ResumeRun{anyReason}) : judge(PauseRun{anyReason}));
    enable(Cancel, judge(CancelRun{.reason = anyReason, .atOnce = true})); // its dialog offers both
    enable(Undo, judge(UndoRun{anyReason}));
    enable(Compare, noRun);
    enable(StartAgain, unable ? unable : noRun);
    enable(AddNoteHere, judge(AddNote{u"note"_s, step}));
    for (const Id id : {CopyId, CopyCommand, CopyLink, Export, MuteRun})
        enable(id, noRun);

    std::optional<QString> noLink = tr("The step has nothing on GitHub yet.");
    QString opens = tr("Open what the step is about in the browser");
    if (!view)
        noLink = noRun;
    else if (const StepRun* at = selection.step()) {
        for (const desk::Link& link : desk::linksOf(view->run, *at))
            if (desk::isSafeToOpen(link.url))
                noLink.reset();
    } else if (const auto page = desk::pageOf(view->run)) {
        noLink.reset();
        opens = tr("Open “%1” in the browser").arg(safeLine(page->title, 80));
    } else {
        noLink = tr("The run has nothing on GitHub yet.");
    }
    m_actions[OpenLink]->setStatusTip(opens);
    enable(OpenLink, noLink);
    updatePages(view ? desk::servicePages(view->run) : QList<desk::Link>());
    if (!unable && selection.isPast())
        unable = tr("This is the past. Go back to now first.");
    updateMany(selectedRuns, paused, unable);
}

void ActionSet::updatePages(const QList<desk::Link>& pages)
{
    for (int i = 0; i <= ThirdPage - FirstPage; ++i) {
        const Id id = Id(FirstPage + i);
        m_actions[id]->setVisible(i < pages.size());
        if (i < pages.size())
            setText(id, tr("Open “%1”").arg(safeLine(pages[i].title, 80).replace(u'&', u"&&"_s)));
    }
}

void ActionSet::updateMany(int runs, bool resumes, const std::optional<QString>& unable)
{
    const bool many = runs > 1;
    const auto say = [this](Id id, const QString& text, const QString& tip) {
        m_actions[id]->setStatusTip(tip);
        setText(id, text);
    };
    if (!many) {
        for (auto one = m_ofOne.cbegin(); one != m_ofOne.cend(); ++one)
            say(Id(one.key()), one->first, one->second);
        if (resumes)
            setText(Pause, tr("Resu&me"));
        return;
    }
    const QString first = tr("A list says first what will happen to each of the selected runs");
    say(Retry, tr("&Retry in %n run(s)…", nullptr, runs), first);
    say(Pause, resumes ? tr("Resu&me %n run(s)…", nullptr, runs) : tr("&Pause %n run(s)…", nullptr, runs), first);
    say(Cancel, tr("&Cancel %n run(s)…", nullptr, runs), first);
    say(Export, tr("&Export %n run(s)…", nullptr, runs),
        tr("Save the selected runs with their history in one file: JSON, a table (CSV) or reports"));
    say(MuteRun, tr("&Mute %n run(s)", nullptr, runs), tr("Show no notification of the selected runs on the desktop"));
    std::optional<QString> tooMany;
    if (runs > mostRunsAtOnce)
        tooMany = tr("Those are too many to be read beforehand. Select at most %n run(s).", nullptr, mostRunsAtOnce);
    for (const Id id : {Retry, Pause, Cancel})
        enable(id, unable ? unable : tooMany);
    enable(Export, tooMany);
    enable(MuteRun, std::nullopt);
    updatePages({});
    for (const Id id : {RetryFromHere, RetryAtOnce, Look, GiveSecret, SetCredential, Answer, Advance, Skip, Undo,
             StartAgain, Compare, OpenLink, AddNoteHere, CopyLink, CopyId, CopyCommand})
        enable(id, tr("Several runs are selected. Choose one for this."));
}

} // namespace slipway::console
