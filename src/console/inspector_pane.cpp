// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/inspector_pane.h"

#include "base/text.h"
#include "console/attempts_tab.h"
#include "console/audit_tab.h"
#include "console/command_runner.h"
#include "console/diff_tab.h"
#include "console/log_tab.h"
#include "console/notes_tab.h"
#include "console/values_tab.h"
#include "console/why_tab.h"

#include <QEvent>

namespace slipway::console {

InspectorPane::InspectorPane(
    desk::Desk& desk, Clock& clock, Selection& selection, CommandRunner& commands, ActionSet& actions, QWidget* parent)
    : QTabWidget(parent)
    , m_clock(clock)
    , m_selection(selection)
    , m_story(desk)
    , m_why(new WhyTab(clock, actions))
    , m_attempts(new AttemptsTab(clock))
    , m_diff(new DiffTab(desk))
    , m_notes(new NotesTab(clock, commands))
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    setDocumentMode(true);
    connect(m_why, &WhyTab::linkActivated, this, &InspectorPane::linkActivated);
    connect(m_why, &WhyTab::runWanted, &selection, &Selection::selectWhole);
    m_tabs = {m_why, m_attempts, new LogTab(m_story), new ValuesTab, m_diff, new AuditTab(m_story), m_notes};
    for (InspectorTab* tab : m_tabs) {
        addTab(tab, tab->title(nullptr, nullptr));
        tab->installEventFilter(this);
        connect(tab, &InspectorTab::titleChanged, this, [this, tab] { retitle(*tab); });
    }
    connect(&selection, &Selection::viewChanged, this, &InspectorPane::refresh);
    connect(&selection, &Selection::stepChanged, this, &InspectorPane::refresh);
    connect(this, &QTabWidget::currentChanged, this, &InspectorPane::freshen);
    refresh();
    tick();
}

//! Each splitter around asks several times, and the pages with texts that wrap are costly to ask.
QSize InspectorPane::sizeHint() const
{
    if (!m_hint.isValid())
        m_hint = QTabWidget::sizeHint();
    return m_hint;
}

QSize InspectorPane::minimumSizeHint() const
{
    if (!m_least.isValid())
        m_least = QTabWidget::minimumSizeHint();
    return m_least;
}

bool InspectorPane::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish:
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
    case QEvent::ScreenChangeInternal: m_hint = m_least = QSize(); break;
    default: break;
    }
    return QTabWidget::event(event);
}

//! Before the page itself hears of it, and begins to read for what it showed before.
bool InspectorPane::eventFilter(QObject* watched, QEvent* event)
{
    if (auto* tab = qobject_cast<InspectorTab*>(watched); tab && event->type() == QEvent::Show)
        fill(*tab);
    return QTabWidget::eventFilter(watched, event);
}

void InspectorPane::tick()
{
    freshen();
    m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
}

//! Countdowns and ages in the page that is seen; the others catch up when they are shown.
void InspectorPane::freshen()
{
    const auto view = m_selection.view();
    auto* page = qobject_cast<InspectorTab*>(currentWidget());
    if (view && view->run.isOpen() && !view->asOf && page && page->isVisible())
        page->showRun(*view, m_selection.step());
}

void InspectorPane::refresh()
{
    if (m_selection.isLoading())
        return;
    m_story.follow(m_selection.view().get());
    for (InspectorTab* tab : m_tabs) {
        m_stale.insert(tab);
        retitle(*tab);
    }
    if (!m_turn.isPending())
        m_turn = m_clock.after(Millis(0), this, [this] { fillShown(); });
}

void InspectorPane::fillShown()
{
    m_turn.cancel();
    if (auto* tab = qobject_cast<InspectorTab*>(currentWidget()); tab && tab->isVisible())
        fill(*tab);
    m_story.load(); // the count of acts stands in a tab, so it is read whichever page is seen
}

void InspectorPane::fill(InspectorTab& tab)
{
    if (m_selection.isLoading() || !m_stale.remove(&tab))
        return;
    if (const auto view = m_selection.view())
        tab.showRun(*view, m_selection.step());
    else
        tab.clear();
    if (&tab == m_why && !m_selection.view() && m_selection.setAside())
        m_why->showSetAside(*m_selection.setAside());
}

void InspectorPane::retitle(InspectorTab& tab)
{
    // A tab bar lays itself and all around it out anew, whether the text is another or not.
    const int index = indexOf(&tab);
    const auto view = m_selection.view();
    if (const QString title = tab.title(view.get(), m_selection.step()); title != tabText(index))
        setTabText(index, title);
}

void InspectorPane::stepAttempt(int by)
{
    setCurrentWidget(m_attempts);
    fill(*m_attempts);
    m_attempts->move(by);
}

void InspectorPane::chooseAttempt(int number)
{
    fill(*m_attempts);
    m_attempts->choose(number);
}

void InspectorPane::keepIn(QSettings& settings) { m_diff->keepIn(settings); }

void InspectorPane::focusNote()
{
    setCurrentWidget(m_notes);
    fill(*m_notes);
    m_notes->startWriting();
}

} // namespace slipway::console
