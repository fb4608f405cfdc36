// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/notices.h"

#include "base/json.h"
#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"

#include <QSettings>
#include <QUrl>

namespace slipway::console {

namespace {

constexpr Millis groupTime{60'000};
constexpr qsizetype groupSize = 4;
constexpr qsizetype mostKept = 200;
constexpr Millis longRun{10 * 60'000};
const QString groupKey = QStringLiteral("group");

} // namespace

std::optional<NoticeReason> reasonOf(ShownState state)
{
    switch (state) {
    case ShownState::NeedsYou: return NoticeReason::NeedsYou;
    case ShownState::Stuck: return NoticeReason::Stuck;
    case ShownState::Failed: return NoticeReason::Failed;
    case ShownState::Done: return NoticeReason::Finished;
    default: return std::nullopt;
    }
}

ShownState stateOf(NoticeReason reason)
{
    switch (reason) {
    case NoticeReason::NeedsYou: return ShownState::NeedsYou;
    case NoticeReason::Stuck: return ShownState::Stuck;
    case NoticeReason::Failed: return ShownState::Failed;
    case NoticeReason::Finished: return ShownState::Done;
    }
    return ShownState::Unknown;
}

Notices::Notices(RunListModel& runs, Clock& clock, Preferences& preferences, std::unique_ptr<Bubbles> bubbles,
    std::function<bool(const RunId&)> looksAt, QObject* parent)
    : QObject(parent)
    , m_runs(runs)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_bubbles(std::move(bubbles))
    , m_looksAt(std::move(looksAt))
{
    connect(&runs, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        for (int row = first; row <= last; ++row)
            look(row);
    });
    connect(&runs, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
            if (roles.isEmpty()) // with roles: the passing of time alone
                for (int row = from.row(); row <= to.row(); ++row)
                    look(row);
        });
    connect(&preferences, &Preferences::changed, this, [this] {
        for (const RunId& run : m_shown.keys())
            if (m_preferences.isMuted(run.text())) {
                m_bubbles->withdraw(run.text());
                m_shown.remove(run);
            }
    });
    connect(m_bubbles.get(), &Bubbles::closed, this, [this](const QString& key) {
        m_shown.remove(RunId(key));
        if (key == groupKey)
            m_group.clear();
    });
    connect(m_bubbles.get(), &Bubbles::acted, this, [this](const QString& key, const QString& action) {
        const RunId run = key == groupKey ? RunId() : RunId(key);
        m_bubbles->withdraw(key);
        m_shown.remove(run);
        if (action == u"mute")
            m_preferences.setMuted({run.text()}, true);
        else
            Q_EMIT wanted(run, action);
    });
}

void Notices::begin(QSettings& settings, const QString& store)
{
    if (m_begun)
        return;
    m_settings = &settings;
    m_key = u"notices/"_s + QString::fromLatin1(QUrl::toPercentEncoding(store)); // slashes would be groups
    for (int row = 0; row < m_runs.rowCount(); ++row)
        m_reasons.insert(m_runs.at(row).id, reasonOf(m_runs.stateAt(row)));
    m_begun = true;
    bringBack();
    connect(this, &Notices::changed, this, &Notices::keep);
}

void Notices::bringBack()
{
    const auto kept = parseJson(m_settings->value(m_key).toString().toUtf8());
    if (!kept || !kept->is_array())
        return;
    for (const Json& one : *kept) {
        const qint64 reason = integerAt(one, "reason", -1);
        if (reason < 0 || reason > qint64(NoticeReason::Finished) || m_notices.size() >= mostKept)
            continue;
        Notice notice{.run = RunId(textAt(one, "run")),
            .reason = NoticeReason(reason),
            .title = textAt(one, "title"),
            .text = textAt(one, "text"),
            .at = {integerAt(one, "at")},
            .resolved = flagAt(one, "resolved")};
        if (!notice.resolved && notice.reason != NoticeReason::Finished) {
            const auto now = m_reasons.find(notice.run); // of a run that is not listed nothing is open
            const int row = m_runs.rowOf(notice.run);
            if (now != m_reasons.end() && row >= 0 && m_runs.at(row).open && !m_runs.isKnown(row))
                *now = notice.reason; // what it waits for follows in a moment: then it is seen whether that is still so
            notice.resolved = now == m_reasons.end() || *now != notice.reason;
        }
        m_notices += notice;
    }
    Q_EMIT changed();
}

void Notices::keep()
{
    Json list = Json::array();
    for (const Notice& notice : std::as_const(m_notices))
        list.push_back({{"run", notice.run.utf8()}, {"reason", int(notice.reason)}, {"title", toJson(notice.title)},
            {"text", toJson(notice.text)}, {"at", notice.at.ms}, {"resolved", notice.resolved}});
    m_settings->setValue(m_key, QString::fromUtf8(toBytes(list)));
}

int Notices::unresolved() const
{
    return int(std::count_if(m_notices.begin(), m_notices.end(),
        [](const Notice& n) { return !n.resolved && n.reason != NoticeReason::Finished; }));
}

void Notices::forgetResolved()
{
    m_notices.removeIf([](const Notice& n) { return n.resolved || n.reason == NoticeReason::Finished; });
    Q_EMIT changed();
}

void Notices::look(int row)
{
    if (!m_begun)
        return;
    const desk::RunSummary& run = m_runs.at(row);
    if (run.open && !m_runs.isKnown(row))
        return; // what it waits for follows in a moment
    const auto reason = reasonOf(m_runs.stateAt(row));
    const auto known = m_reasons.constFind(run.id);
    const bool isNew = known == m_reasons.constEnd();
    if (!isNew && *known == reason)
        return;
    m_reasons.insert(run.id, reason);
    resolve(run.id);
    // An ended run that comes to be known (an import, another console) is no news.
    if (reason && !(isNew && reason == NoticeReason::Finished))
        tell(run, *reason, row);
}

bool Notices::isWanted(const desk::RunSummary& run, NoticeReason reason) const
{
    const NoticeRules rules = m_preferences.notices();
    switch (reason) {
    case NoticeReason::NeedsYou: return rules.needsYou;
    case NoticeReason::Stuck: return rules.stuck;
    case NoticeReason::Failed: return rules.failed;
    case NoticeReason::Finished:
        return rules.finished || (rules.finishedLong && run.endedAt.value_or(m_clock.now()) - run.startedAt > longRun);
    }
    return false;
}

void Notices::tell(const desk::RunSummary& run, NoticeReason reason, int row)
{
    const QString name = safeLine(run.subject, 60);
    Notice notice{.run = run.id, .reason = reason, .at = m_clock.now()};
    const auto column = [&](RunListModel::Column c) { return m_runs.index(row, c).data().toString(); };
    switch (reason) {
    case NoticeReason::NeedsYou: notice.title = tr("%1 needs you").arg(name); break;
    case NoticeReason::Stuck: notice.title = tr("%1 is stuck").arg(name); break;
    case NoticeReason::Failed: notice.title = tr("%1 has failed").arg(name); break;
    case NoticeReason::Finished: notice.title = tr("%1 is done").arg(name); break;
    }
    QStringList parts{column(RunListModel::StepColumn), column(RunListModel::WaitingColumn)};
    if (reason == NoticeReason::Finished)
        parts = {tr("It took %1.").arg(durationText(run.endedAt.value_or(notice.at) - run.startedAt))};
    parts.removeAll(QString());
    notice.text = parts.join(u": "_s);
    if (!isWanted(run, reason))
        return;
    m_notices.prepend(notice);
    while (m_notices.size() > mostKept)
        m_notices.removeLast();
    if (!m_preferences.isMuted(run.id.text()) && !m_looksAt(run.id))
        showBubble(notice);
    Q_EMIT changed();
}

void Notices::resolve(const RunId& run)
{
    bool any = false;
    for (Notice& notice : m_notices)
        if (notice.run == run && !notice.resolved && notice.reason != NoticeReason::Finished) {
            notice.resolved = true;
            any = true;
        }
    if (m_shown.remove(run))
        m_bubbles->withdraw(run.text());
    if (m_group.removeAll(run) > 0)
        showGroup();
    if (any)
        Q_EMIT changed();
}

void Notices::noteLookedAt(const RunId& run)
{
    if (m_shown.remove(run))
        m_bubbles->withdraw(run.text());
}

void Notices::showBubble(const Notice& notice)
{
    const Timestamp now = m_clock.now();
    QList<RunId> recent;
    for (auto at = m_shown.cbegin(); at != m_shown.cend(); ++at)
        if (now - at.value() < groupTime)
            recent += at.key();
    const bool joins = !m_group.isEmpty() && now - m_groupAt < groupTime;
    if (joins || recent.size() + 1 >= groupSize) {
        for (const RunId& run : std::as_const(recent)) {
            m_bubbles->withdraw(run.text());
            m_shown.remove(run);
        }
        if (!joins)
            m_group.clear();
        m_group += recent;
        if (!m_group.contains(notice.run))
            m_group += notice.run;
        m_groupAt = now;
        showGroup();
        return;
    }
    Bubble bubble{.title = notice.title, .text = notice.text, .urgent = notice.reason != NoticeReason::Finished};
    bubble.actions = {{u"default"_s, tr("Open")}};
    if (notice.reason == NoticeReason::Failed)
        bubble.actions += {u"act"_s, tr("Retry…")};
    else if (notice.reason != NoticeReason::Finished)
        bubble.actions += {u"act"_s, tr("What to do…")};
    bubble.actions += {u"mute"_s, tr("Mute this run")};
    m_shown.insert(notice.run, now);
    m_bubbles->show(notice.run.text(), bubble);
}

void Notices::showGroup()
{
    if (m_group.isEmpty()) {
        m_bubbles->withdraw(groupKey);
        return;
    }
    QStringList names;
    for (const RunId& run : std::as_const(m_group))
        if (const desk::RunSummary* known = m_runs.run(run); known && names.size() < 6)
            names += safeLine(known->subject, 40);
    if (m_group.size() > names.size())
        names += tr("and %n more", nullptr, int(m_group.size() - names.size()));
    m_bubbles->show(groupKey,
        {.title = tr("%n run(s) want your attention", nullptr, int(m_group.size())),
            .text = names.join(u", "_s),
            .actions = {{u"default"_s, tr("Open")}},
            .urgent = true});
}

} // namespace slipway::console
