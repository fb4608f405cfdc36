// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/announcer.h"

#include "base/text.h"
#include "console/run_list_model.h"
#include "console/safe_text.h"
#include "console/selection.h"
#include "desk/error_text.h"

#include <QAccessible>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QWidget>

namespace slipway::console {

namespace {

constexpr Millis quietFor{5'000};
constexpr qsizetype mostSaidAtOnce = 3;

bool isTroubleOf(ShownState state)
{
    return state == ShownState::NeedsYou || state == ShownState::Stuck || state == ShownState::Failed;
}

bool isToldOfRuns(ShownState state)
{
    return isTroubleOf(state) || state == ShownState::Done || state == ShownState::Cancelled
        || state == ShownState::Undone || state == ShownState::Paused;
}

bool isToldOfSteps(StepState state)
{
    return state != StepState::Planned && state != StepState::Ready && state != StepState::Running;
}

} // namespace

void announce(QWidget& widget, const QString& text, Urgency urgency)
{
    // Qt has no announcements before 6.8, so this sends what its bridge would: on the bridge's own connection, for
    // screen readers know the program by that.
    constexpr int polite = 1, assertive = 2;
    QDBusConnection bus(u"a11y"_s);
    QAccessibleInterface* object = QAccessible::isActive() ? QAccessible::queryAccessibleInterface(&widget) : nullptr;
    if (!object || !bus.isConnected())
        return;
    auto signal = QDBusMessage::createSignal(u"/org/a11y/atspi/accessible/%1"_s.arg(QAccessible::uniqueId(object)),
        u"org.a11y.atspi.Event.Object"_s, u"Announcement"_s);
    signal << QString() << (urgency == Urgency::Assertive ? assertive : polite) << 0
           << QVariant::fromValue(QDBusVariant(text)) << QVariantMap();
    bus.send(signal);
}

Announcer::Announcer(RunListModel& runs, Selection& selection, Clock& clock, Say say, QObject* parent)
    : QObject(parent)
    , m_runs(runs)
    , m_selection(selection)
    , m_clock(clock)
    , m_say(std::move(say))
{
    connect(&runs, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        for (int row = first; row <= last; ++row)
            lookAtRow(row);
    });
    connect(&runs, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
            if (roles.isEmpty()) // with roles: the passing of time alone
                for (int row = from.row(); row <= to.row(); ++row)
                    lookAtRow(row);
        });
    connect(&selection, &Selection::viewChanged, this, &Announcer::lookAtSteps);
}

void Announcer::begin()
{
    for (int row = 0; row < m_runs.rowCount(); ++row)
        m_rows.insert(m_runs.at(row).id, m_runs.stateAt(row));
    m_begun = true;
}

void Announcer::lookAtRow(int row)
{
    const desk::RunSummary& run = m_runs.at(row);
    if (!m_begun || (run.open && !m_runs.isKnown(row))) // what it waits for follows in a moment
        return;
    const ShownState state = m_runs.stateAt(row);
    const auto known = m_rows.constFind(run.id);
    const bool isNew = known == m_rows.constEnd();
    if (!isNew && *known == state)
        return;
    m_rows.insert(run.id, state);
    if (!isToldOfRuns(state) || (isNew && !isTroubleOf(state)))
        return;
    const QString sentence = tr("%1: %2.", "service, state").arg(safeLine(run.subject, 80), wordOf(state));
    if (state == ShownState::NeedsYou && run.id == m_selection.runId())
        m_say(sentence, Urgency::Assertive);
    else
        add(run.id, sentence, isTroubleOf(state));
}

void Announcer::lookAtSteps()
{
    const auto view = m_selection.presentView();
    if (!view)
        return;
    const Run& run = view->run;
    const bool isAnother = m_run != run.id;
    if (isAnother) {
        m_run = run.id;
        m_steps.clear();
    }
    const auto done = std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); });
    for (const StepRun& step : run.steps) {
        const StepState before = m_steps.value(step.id, StepState::Planned);
        m_steps.insert(step.id, step.state);
        const auto* definition = run.workflow ? run.workflow->step(step.id) : nullptr;
        if (isAnother || step.state == before || !isToldOfSteps(step.state) || !definition)
            continue;
        QString word = safeLine(desk::stateWord(step, *definition, m_clock.now(), false), 80);
        if (!word.isEmpty())
            word[0] = word[0].toLower();
        add(run.id,
            tr("%1: %2, %3. %4 of %5 done.", "service, step, state, number of steps")
                .arg(safeLine(run.subject, 80), safeLine(definition->title, 80), word)
                .arg(done)
                .arg(run.steps.size()),
            step.state == StepState::Failed);
    }
}

void Announcer::add(const RunId& run, const QString& sentence, bool isTrouble)
{
    auto at = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& w) { return w.run == run; });
    if (at == m_waiting.end())
        at = m_waiting.insert(m_waiting.end(), Waiting{.run = run, .trouble = {}, .newest = {}});
    (isTrouble ? at->trouble : at->newest) = sentence;
    if (m_timer.isPending())
        return;
    // Not at once even after a long silence: what happens together is said together.
    const Millis now = m_clock.uptime();
    const Millis wait = m_spokenAt ? std::max(Millis(300), *m_spokenAt + quietFor - now) : Millis(300);
    m_timer = m_clock.after(wait, this, [this] { speak(); });
}

void Announcer::speak()
{
    m_timer.cancel(); // one that has fired is pending still
    QStringList sentences;
    for (const Waiting& waiting : std::as_const(m_waiting))
        if (!waiting.trouble.isEmpty())
            sentences += waiting.trouble;
    for (const Waiting& waiting : std::as_const(m_waiting))
        if (!waiting.newest.isEmpty())
            sentences += waiting.newest;
    m_waiting.clear();
    if (sentences.isEmpty())
        return;
    if (const auto more = sentences.size() - mostSaidAtOnce; more > 0) {
        sentences.resize(mostSaidAtOnce);
        sentences += tr("%n more change(s).", nullptr, int(more));
    }
    m_spokenAt = m_clock.uptime();
    m_say(sentences.join(u' '), Urgency::Polite);
}

} // namespace slipway::console
