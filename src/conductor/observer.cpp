// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/observer.h"

#include "base/error_codes.h"
#include "base/logging.h"

namespace slipway::conductor {

namespace {

constexpr int kMostBackOff = 6; // 2^6 s, about a minute

Result<steps::HttpAnswer> toAnswer(const http::Exchange& exchange)
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange))
        return failure->error;
    const auto& response = std::get<http::Response>(exchange);
    steps::HttpAnswer answer{.status = response.status};
    if (auto body = parseJson(response.body))
        answer.body = std::move(*body);
    return answer;
}

QString signatureOf(const steps::Reads& reads)
{
    QStringList parts;
    for (const auto& read : reads.github) {
        parts.append(github::keyOf(read));
        if (const auto* repository = std::get_if<github::ReadRepository>(&read))
            parts.append(repository->branches.join(u' '));
    }
    for (const auto& read : reads.http)
        parts.append(read.url);
    return parts.join(u'\n');
}

} // namespace

Observer::Observer(github::GitHub* github, http::Http& http, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_github(github)
    , m_http(http)
    , m_clock(clock)
{ }

void Observer::want(const Key& key, const steps::Reads& reads, Timestamp since, Timestamp due)
{
    const QString signature = signatureOf(reads);
    const auto present = m_wants.constFind(key);
    if (present != m_wants.constEnd() && present->signature == signature && present->asked && *present->asked >= since)
        return; // its request is under way
    m_wants.insert(key, {.reads = reads, .signature = signature, .since = since, .due = due});
    schedule();
}

void Observer::forget(const Key& key) { m_wants.remove(key); }

void Observer::forgetRun(const RunId& run)
{
    m_wants.removeIf([&](const auto& entry) { return entry.key().run == run; });
}

void Observer::hurry(const RunId& run)
{
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want)
        if (run.isEmpty() || want.key().run == run)
            want->due = m_clock.now();
    if (m_trouble)
        m_trouble->until = m_clock.now();
    schedule();
}

void Observer::schedule()
{
    if (m_wants.isEmpty()) {
        m_timer.cancel();
        return;
    }
    std::optional<Timestamp> first;
    for (const auto& want : std::as_const(m_wants))
        if (!want.asked)
            first = first ? std::min(*first, want.due) : want.due;
    if (!first)
        return;
    if (m_trouble)
        first = std::max(*first, m_trouble->until);
    // The next turn of the event loop at the earliest: wants of one moment travel together.
    m_timer = m_clock.at(std::max(*first, m_clock.now()), this, [this] { ask(); });
}

void Observer::ask()
{
    const Timestamp now = m_clock.now();
    if (m_trouble && now < m_trouble->until)
        return schedule();
    steps::Reads all;
    // A wait that is due soon joins this request instead of needing its own.
    bool anyDue = false;
    for (const auto& want : std::as_const(m_wants))
        anyDue = anyDue || (!want.asked && want.due <= now);
    for (auto& want : m_wants) {
        if (want.asked || !anyDue)
            continue;
        const Millis remaining = want.due - now;
        const Millis slack = std::max(m_clock.scaled(Millis(3'000)), (want.due - want.since) / 2);
        if (remaining > slack)
            continue;
        want.asked = now;
        all.add(want.reads);
    }
    if (all.isEmpty()) {
        finish(); // wants without reads are answered by the mere look
        return schedule();
    }
    ++m_underWay;
    auto outstanding = std::make_shared<int>(int(all.http.size()) + (all.github.isEmpty() ? 0 : 1));
    auto failure = std::make_shared<std::optional<Error>>();
    auto gitHubAnswered = std::make_shared<bool>(false);
    const auto one = [this, outstanding, failure, gitHubAnswered] {
        if (--*outstanding > 0)
            return;
        --m_underWay;
        m_lastReadAt = m_clock.now();
        if (*failure)
            report(**failure);
        else if (*gitHubAnswered)
            reportSuccess();
        finish();
        schedule();
    };
    if (!all.github.isEmpty()) {
        auto future = m_github ? m_github->read(all.github) : [&] {
            QList<github::ReadAnswer> answers;
            for (const auto& read : all.github)
                answers.append({read, Error{.code = errc::notConnected}, now});
            return QtFuture::makeReadyFuture(answers);
        }();
        future.then(this, [this, one, failure, gitHubAnswered](const QList<github::ReadAnswer>& answers) {
            for (const auto& answer : answers) {
                if (!answer.answer && steps::isTrouble(answer.answer.error())) {
                    *failure = answer.answer.error();
                    continue; // what was known stays known
                }
                *gitHubAnswered = true;
                m_seen.add(answer.read, answer.answer, answer.at);
            }
            one();
        });
    }
    for (const auto& read : std::as_const(all.http)) {
        m_http.read({.url = QUrl(read.url)}).then(this, [this, one, read, now](const http::Exchange& exchange) {
            m_seen.add(read, toAnswer(exchange), now);
            one();
        });
    }
}

void Observer::finish()
{
    m_seen.forgetBefore(m_clock.now() - std::max(snapshotAge(), m_clock.scaled(Millis(600'000), Millis(10'000))));
    QList<Key> answeredKeys;
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want) {
        if (!want->asked)
            continue;
        if (m_seen.answers(want->reads, want->since))
            answeredKeys.append(want.key());
        else if (m_underWay == 0)
            want->asked.reset(); // trouble: it is asked again
    }
    for (const auto& key : answeredKeys)
        m_wants.remove(key);
    for (const auto& key : answeredKeys)
        Q_EMIT answered(key.run, key.step);
}

void Observer::report(const Error& error)
{
    const int count = m_trouble ? m_trouble->count + 1 : 1;
    Timestamp until = m_clock.now() + m_clock.scaled(Millis(1'000) * (1 << std::min(count, kMostBackOff)));
    // What GitHub says about its limits is a moment of its clock, not a duration of ours.
    if (const auto told = Timestamp::fromIso(textAt(error.args, "until"));
        told && error.code == errc::githubRateLimited)
        until = *told;
    m_trouble = Trouble{.error = error, .until = until, .count = count};
    qCInfo(logConductor) << "trouble" << error.code << "next try" << until.toIso();
    m_troubleTimer = m_clock.at(until, this, [this] {
        Q_EMIT retryNow();
        schedule();
    });
    Q_EMIT troubleChanged();
}

void Observer::reportSuccess()
{
    if (!m_trouble)
        return;
    m_trouble.reset();
    m_troubleTimer.cancel();
    Q_EMIT troubleChanged();
    Q_EMIT retryNow();
}

} // namespace slipway::conductor
