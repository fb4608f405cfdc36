// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/effector.h"

#include "base/error_codes.h"
#include "base/when_done.h"
#include "conductor/http_port.h"

namespace slipway::conductor {

namespace {

constexpr qsizetype kMostRemembered = 1'000;

} // namespace

Effector::Effector(github::GitHub* github, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_github(github)
    , m_clock(clock)
    , m_gate(clock)
{ }

Millis Effector::programTime() const { return Millis(qint64(double(m_clock.uptime().count()) * m_clock.scale())); }

bool Effector::acquire(const Key& key, const QString& repository, bool createsContent)
{
    const auto isOurs = [&](const Claim& claim) { return claim.key == key; };
    if (std::any_of(m_held.begin(), m_held.end(), isOurs))
        return true;
    if (std::none_of(m_queue.begin(), m_queue.end(), isOurs))
        m_queue.append({key, repository, createsContent});
    return grant(key);
}

void Effector::release(const Key& key)
{
    m_gate.withdraw(key);
    m_prepared.remove(key);
    giveBack(key);
}

void Effector::giveBack(const Key& key)
{
    const auto isOurs = [&](const Claim& claim) { return claim.key == key; };
    if (m_held.removeIf(isOurs) + m_queue.removeIf(isOurs) > 0)
        grant({});
}

//! The claim whose turn it is. What creates no content goes first come, first served. Of what does, the run goes first
//! that has waited longest for it: one that raises ten pull requests does not keep another from raising its first.
std::optional<qsizetype> Effector::next()
{
    const auto isFree = [&](const Claim& claim) {
        const auto closed = m_closed.find(claim.repository);
        return (closed == m_closed.end() || closed->second.until <= m_clock.uptime())
            && std::none_of(
                m_held.begin(), m_held.end(), [&](const Claim& held) { return held.repository == claim.repository; });
    };
    std::optional<qsizetype> best;
    for (qsizetype i = 0; i < m_queue.size(); ++i) {
        const Claim& claim = m_queue[i];
        if (!isFree(claim))
            continue;
        if (!claim.createsContent)
            return i;
        if (!best || m_lastTurn.value(claim.key.run) < m_lastTurn.value(m_queue[*best].key.run))
            best = i;
    }
    if (!best)
        return std::nullopt;
    if (const Millis wait = m_content.delay(programTime()); wait > Millis(0)) {
        m_retry = m_clock.after(m_clock.scaled(wait), this, [this] { grant({}); });
        return std::nullopt;
    }
    return best;
}

//! True: `asking` got its slot. All others are told.
bool Effector::grant(const std::optional<Key>& asking)
{
    bool granted = false;
    while (const auto turn = next()) {
        const Claim claim = m_queue.takeAt(*turn);
        if (claim.createsContent) {
            m_content.take(programTime());
            m_lastTurn[claim.key.run] = ++m_turns;
        }
        m_held.append(claim);
        if (claim.key == asking) {
            granted = true;
            continue;
        }
        // Told at the next turn: whoever released a slot is still in the middle of its own work.
        QMetaObject::invokeMethod(
            this, [this, claim] { Q_EMIT this->granted(claim.key.run, claim.key.step); }, Qt::QueuedConnection);
    }
    if (m_lastTurn.size() > kMostRemembered)
        m_lastTurn.clear(); // most of them have long ended
    return granted;
}

void Effector::keepClosed(const QString& repository, Millis time)
{
    if (time <= Millis(0))
        return;
    const Millis until = m_clock.uptime() + time;
    auto& closed = m_closed[repository];
    if (closed.until >= until)
        return;
    closed.until = until;
    closed.timer = m_clock.after(time, this, [this] { grant({}); });
}

QSet<qint64> Effector::takenByOthers(const Key& key) const
{
    QSet<qint64> runs;
    for (auto taken = m_taken.cbegin(); taken != m_taken.cend(); ++taken)
        if (!(taken.value() == key))
            runs.insert(taken.key());
    return runs;
}

QString Effector::classOf(const Write& write) const
{
    const auto* effect = std::get_if<github::Effect>(&write);
    return effect && m_github ? m_github->classOf(*effect) : conductor::classOf(write);
}

Json Effector::targetOf(const Write& write) const
{
    Json target = conductor::targetOf(write);
    const auto* effect = std::get_if<github::Effect>(&write);
    if (const QString login = m_github ? m_github->login() : QString();
        effect && std::holds_alternative<github::DispatchWorkflow>(*effect) && !login.isEmpty())
        target["login"] = login.toStdString();
    return target;
}

bool Effector::prepare(const Key& key, const Write& write)
{
    const auto* call = std::get_if<steps::HttpCall>(&write);
    if (!call || call->credential.isEmpty() || !m_vault)
        return true;
    const QString what = call->credential + u' ' + steps::slotOf(*call);
    if (const auto known = m_prepared.find(key); known != m_prepared.end() && known->what == what)
        return known->credential.has_value();
    m_prepared.insert(key, {what, std::nullopt});
    whenDone(m_vault->credentials().open(call->credential, call->url), this,
        [this, key, what](const Result<Credential>& credential) {
            const auto wanted = m_prepared.find(key);
            if (wanted == m_prepared.end() || wanted->what != what)
                return; // the step has another thing to do meanwhile, or none
            wanted->credential = credential;
            Q_EMIT granted(key.run, key.step);
        });
    return false;
}

std::optional<Error> Effector::missing(const Key& key, const Write& write)
{
    const auto* call = std::get_if<steps::HttpCall>(&write);
    if (!call || !m_vault)
        return std::nullopt;
    if (const auto known = m_prepared.find(key);
        known != m_prepared.end() && known->credential && !*known->credential) {
        const Error error = known->credential->error();
        m_prepared.erase(known);
        return error;
    }
    return missingSecret(*call, *m_vault);
}

std::optional<Credential> Effector::takeCredential(const Key& key)
{
    const auto known = m_prepared.find(key);
    if (known == m_prepared.end())
        return std::nullopt;
    const auto found = std::move(known->credential);
    m_prepared.erase(known);
    return found && *found ? std::optional(**found) : std::nullopt;
}

bool Effector::mayWrite(const Key& key, const Write& write)
{
    const auto* effect = std::get_if<github::Effect>(&write);
    return !effect || m_gate.pass(key, github::repositoryOf(*effect).owner);
}

void Effector::learn(const Key& key, const QString& owner, const github::EffectOutcome& outcome)
{
    using Kind = github::EffectOutcome::Kind;
    const Error error = outcome.error.value_or(Error{});
    if (outcome.kind == Kind::Unknown)
        m_gate.unknown(key);
    else if (outcome.kind != Kind::NotExecuted || !steps::isTrouble(error))
        m_gate.accepted(owner);
    else if (error.code == errc::githubRateLimited)
        m_gate.unknown(key); // the whole token rests until the moment that GitHub names
    else
        m_gate.refused(key, owner, error);
}

QFuture<github::EffectOutcome> Effector::perform(const Key& key, const Write& write)
{
    const auto* call = std::get_if<steps::HttpCall>(&write);
    if (call && m_http && m_vault)
        return conductor::perform(*m_http, *call, key.run, key.step, *m_vault, takeCredential(key));
    if (call || !m_github)
        return QtFuture::makeReadyFuture(github::EffectOutcome{
            .kind = github::EffectOutcome::Kind::NotExecuted, .error = Error{.code = errc::notConnected}});
    const auto& effect = std::get<github::Effect>(write);
    auto future = m_github->perform(effect);
    whenDone(
        future, this, [this, key, owner = github::repositoryOf(effect).owner](const github::EffectOutcome& outcome) {
            learn(key, owner, outcome);
        });
    return future;
}

} // namespace slipway::conductor
