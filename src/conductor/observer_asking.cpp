// SPDX-License-Identifier: GPL-3.0-or-later
// One look: what is sent together, what its answers say about the way, and when the budget allows the next one.
#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/http_port.h"
#include "conductor/observer.h"
#include "conductor/watch_interval.h"

namespace slipway::conductor {

namespace {

constexpr int kSuspectAfter = 3; //!< documents in a row without an answer: one part may spoil the rest

//! What a read needs of the keychain; nothing where it needs nothing.
QFuture<Result<std::optional<Credential>>> credentialFor(const steps::HttpRead& read, const SecretVault* vault)
{
    using Needed = Result<std::optional<Credential>>;
    if (read.credential.isEmpty())
        return QtFuture::makeReadyFuture(Needed(std::optional<Credential>()));
    if (!vault)
        return QtFuture::makeReadyFuture(Needed(missingCredential(read.credential, QUrl(read.url))));
    return vault->credentials().open(read.credential, read.url).then([](const Result<Credential>& opened) {
        return opened ? Needed(std::optional(*opened)) : Needed(opened.error());
    });
}

} // namespace

void Observer::send(const steps::Reads& all, Timestamp now)
{
    const auto parts = documents(all.github);
    auto answers = std::make_shared<Answers>();
    answers->open = int(parts.size());
    m_looksOut += parts.isEmpty() ? 0 : 1;
    QStringList keys;
    for (const auto& part : parts)
        for (const auto& read : part)
            keys.append(github::keyOf(read));
    for (const auto& key : std::as_const(keys))
        ++m_underWay[key];
    for (const auto& read : all.http)
        ++m_underWay[steps::keyOf(read)];
    const auto before = m_github ? m_github->spent() : github::Spent{};
    // An answer from before the clock was set has a moment that says nothing now: it is asked for again.
    const auto counts = [this, timesSet = m_timesSet] {
        noticeTime();
        return timesSet == m_timesSet;
    };
    // Nobody waits for what somebody else asked for: not for a service that is slow, and not for a keychain that shows a
    // window before which nobody sits.
    const auto came = [this](const QStringList& keys, bool isAnswered) {
        for (const auto& key : keys)
            if (const auto open = m_underWay.find(key); open != m_underWay.end() && --*open <= 0)
                m_underWay.erase(open);
        if (isAnswered)
            m_lastReadAt = m_clock.now();
    };
    const auto done = [this] {
        finish();
        if (m_looksOut == 0) // what GitHub's answers cost says when the next look may be made
            schedule();
    };
    for (const auto& part : parts) {
        auto future = m_github ? m_github->read(part) : [&] {
            QList<github::ReadAnswer> none;
            for (const auto& read : part)
                none.append({read, Error{.code = errc::notConnected}, now});
            return QtFuture::makeReadyFuture(none);
        }();
        whenDone(future, this, [=, this](const QList<github::ReadAnswer>& answered) {
            const bool count = counts();
            for (const auto& answer : answered) {
                if (!answer.answer && steps::isTrouble(answer.answer.error())) {
                    answers->failed.append({answer.read, answer.answer.error()});
                    continue; // what was known stays known
                }
                answers->any = true;
                answers->lifted = m_bars.lift(answer.read) || answers->lifted;
                if (count)
                    m_seen.add(answer.read, answer.answer, answer.at);
            }
            if (--answers->open == 0) {
                --m_looksOut;
                came(keys, answers->any);
                pace(before, now);
                judge(*answers);
            }
            done();
        });
    }
    for (const auto& read : std::as_const(all.http)) {
        const auto answered = [this, came, done, read, now, counts](Result<steps::HttpAnswer> answer) {
            const bool isAnswered = answer.ok();
            if (counts())
                m_seen.add(read, std::move(answer), now);
            came({steps::keyOf(read)}, isAnswered);
            done();
        };
        whenDone(credentialFor(read, m_vault), this,
            [this, read, answered](const Result<std::optional<Credential>>& credential) {
                if (credential)
                    sendRead(read, *credential, answered);
                else
                    answered(credential.error());
            });
    }
}

bool Observer::isUnderWay(const steps::Reads& reads) const
{
    const auto has = [this](const QString& key) { return m_underWay.contains(key); };
    return std::any_of(reads.github.begin(), reads.github.end(), [&](const auto& read) {
        return has(github::keyOf(read));
    }) || std::any_of(reads.http.begin(), reads.http.end(), [&](const auto& read) { return has(steps::keyOf(read)); });
}

void Observer::sendRead(const steps::HttpRead& read, const std::optional<Credential>& credential,
    const std::function<void(Result<steps::HttpAnswer>)>& answered)
{
    auto request = requestFor(read, m_vault);
    if (request && credential) {
        if (const auto attached = attach(*request, *credential); !attached)
            request = attached.error();
    }
    if (!request)
        return answered(request.error());
    whenDone(
        m_http.read(std::move(*request)), this, [this, read, credential, answered](const http::Exchange& exchange) {
            answered(answerOf(exchange, read, credential, m_vault));
        });
}

//! What travels in one document. Where one read spoils the others' answer the two halves find out which: what was barred
//! before travels by itself.
QList<QList<github::Read>> Observer::documents(const QList<github::Read>& reads) const
{
    QList<github::Read> free, barred;
    for (const auto& read : reads)
        (m_bars.has(read) ? barred : free).append(read);
    const auto halves = [](const QList<github::Read>& whole) {
        const auto half = whole.size() / 2;
        return half == 0 ? QList<QList<github::Read>>{whole}
                         : QList<QList<github::Read>>{whole.first(half), whole.sliced(half)};
    };
    const bool suspect = m_trouble && m_trouble->count >= kSuspectAfter && isOfOneAnswer(m_trouble->error);
    auto parts = halves(barred);
    parts += suspect ? halves(free) : QList<QList<github::Read>>{free};
    parts.removeIf([](const auto& part) { return part.isEmpty(); });
    return parts;
}

//! Tells trouble of the way, which bars everything, from that of single reads, which bars only whoever wants them.
void Observer::judge(const Answers& answers)
{
    const bool known = std::all_of(
        answers.failed.begin(), answers.failed.end(), [&](const auto& failed) { return m_bars.has(failed.first); });
    const Error* way = nullptr;
    bool reached = answers.any, barred = answers.lifted;
    for (const auto& [read, error] : answers.failed) {
        const bool ofTheRead = isLocal(error) || (isOfOneAnswer(error) && (answers.any || known));
        reached = reached || isLocal(error);
        if (!ofTheRead) {
            way = &error;
            continue;
        }
        m_bars.bar(read, naming(error, organisationOf(read)), m_clock);
        barred = true;
    }
    if (way) {
        m_readsFailed = true;
        report(*way);
    } else if (reached) {
        reportSuccess();
    }
    if (barred)
        Q_EMIT troubleChanged();
}

QString Observer::organisationOf(const github::Read& read) const
{
    QString whom = whomOf(read);
    if (std::holds_alternative<github::WatchPullRequest>(read)
        || std::holds_alternative<github::ExplainPullRequest>(read))
        whom = m_news.repositoryOf(whom);
    return whom.section(u'/', 0, 0);
}

//! By what this look cost, when the next one may be made so that the budget lasts.
void Observer::pace(const github::Spent& before, Timestamp asked)
{
    if (!m_github)
        return;
    const auto spent = m_github->spent();
    const auto pause = [&](const char* resource, qint64 cost) {
        const auto budget = m_github->budget(resource);
        if (!budget.limit || !budget.remaining || !budget.resetsAt)
            return Millis(0);
        return watchPause({*budget.limit, *budget.remaining, *budget.resetsAt - m_clock.now()}, cost);
    };
    const Timestamp lasting = asked
        + std::max(pause("graphql", spent.points - before.points), pause("core", spent.requests - before.requests));
    m_watchFrom = lasting;
    // Of hundreds some are always due: they wait for the next tick and travel together, in documents that are full.
    m_tickFrom = areMany(m_together) ? m_tickAt + m_clock.scaled(kTick) : Timestamp{};
}

} // namespace slipway::conductor
