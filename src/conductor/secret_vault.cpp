// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/secret_vault.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"

#include <QPromise>
#include <QUrl>

namespace slipway::conductor {

namespace {

constexpr qsizetype kShortestHidden = 4; // shorter ones would mutilate ordinary text

//! Real time, like that of transport.
constexpr Millis kKeychainLimit{30'000};

//! Finished when each of these names is done or lost, or when they take too long. Its result: those that were lost.
class Countdown : public std::enable_shared_from_this<Countdown> {
public:
    explicit Countdown(QStringList names)
        : m_left(std::move(names))
    {
        m_promise.start();
        finishIfDone();
    }
    void limit(Clock& clock, QObject* context, std::function<void()> tooLong)
    {
        if (!m_left.isEmpty())
            m_limit = clock.after(kKeychainLimit, context, [self = weak_from_this(), tooLong = std::move(tooLong)] {
                if (const auto countdown = self.lock(); countdown && !countdown->m_left.isEmpty()) {
                    tooLong();
                    countdown->m_lost += std::exchange(countdown->m_left, {});
                    countdown->finishIfDone();
                }
            });
    }
    void done(const QString& name)
    {
        if (m_left.removeOne(name))
            finishIfDone();
    }
    void lost(const QString& name)
    {
        if (m_left.contains(name))
            m_lost.append(name);
        done(name);
    }
    QFuture<QStringList> future() { return m_promise.future(); }

private:
    void finishIfDone()
    {
        if (!m_left.isEmpty())
            return;
        m_limit.cancel();
        m_promise.addResult(m_lost);
        m_promise.finish();
    }

    QStringList m_left, m_lost;
    QPromise<QStringList> m_promise;
    Timer m_limit;
};

Error silent() { return {.code = errc::keychainSilent, .args = {{"seconds", kKeychainLimit.count() / 1000}}}; }

//! By its last part a person knows it: "password" for "inputs.password", "invite.code" for "steps.invite.code".
QString shortName(const QString& name) { return name.section(u'.', 1); }

} // namespace

QFuture<QStringList> SecretVault::putAll(const RunId& run, const QHash<QString, Secret>& secrets)
{
    auto left = std::make_shared<Countdown>(secrets.keys());
    for (auto each = secrets.begin(); each != secrets.end(); ++each) {
        take({run, each.key()}, each.value());
        if (!m_keeper.write) {
            left->lost(each.key());
            continue;
        }
        whenDone(m_keeper.write(keyOf({run, each.key()}), each.value()), this,
            [left, name = each.key()](const Result<void>& written) {
                if (written)
                    return left->done(name);
                qCWarning(logConductor) << "the keychain does not take a secret; it is kept until the program ends"
                                        << written.error().code;
                left->lost(name);
            });
    }
    left->limit(m_clock, this,
        [] { qCWarning(logConductor) << "the keychain does not answer; a secret is kept until the program ends"; });
    return left->future();
}

QHash<QString, std::optional<Secret>> SecretVault::hold(const RunId& run, const QHash<QString, Secret>& secrets)
{
    QHash<QString, std::optional<Secret>> before;
    for (auto each = secrets.begin(); each != secrets.end(); ++each) {
        const auto* known = find({run, each.key()});
        before.insert(each.key(), known ? std::optional(*known) : std::nullopt);
        m_secrets[run].insert(each.key(), *each);
    }
    return before;
}

void SecretVault::putBack(const RunId& run, const QHash<QString, std::optional<Secret>>& before)
{
    for (auto each = before.begin(); each != before.end(); ++each) {
        if (*each)
            m_secrets[run].insert(each.key(), **each);
        else
            m_secrets[run].remove(each.key());
    }
}

QFuture<SecretVault::Kept> SecretVault::kept(const RunId& run, const QStringList& names)
{
    auto found = std::make_shared<Kept>();
    auto left = std::make_shared<Countdown>(m_keeper.read ? names : QStringList());
    for (const QString& name : names) {
        if (!m_keeper.read) {
            found->insert(name, std::nullopt);
            continue;
        }
        whenDone(m_keeper.read(keyOf({run, name})), this, [left, found, name](const Result<Secret>& secret) {
            if (secret)
                found->insert(name, *secret);
            else if (secret.error().code == errc::githubNoToken)
                found->insert(name, std::nullopt);
            left->done(name);
        });
    }
    left->limit(m_clock, this, [] { qCWarning(logConductor) << "the keychain does not answer"; });
    return left->future().then([found](const QStringList&) { return *found; });
}

void SecretVault::keepAgain(const RunId& run, const Kept& before)
{
    for (auto each = before.begin(); each != before.end(); ++each) {
        m_secrets[run].remove(each.key());
        if (*each)
            putAll(run, {{each.key(), **each}}); // says itself where it cannot
        else if (m_keeper.remove)
            m_keeper.remove(keyOf({run, each.key()}));
    }
}

const Secret* SecretVault::given(const Run& run, const QString& name) const
{
    for (const QString& key : {run.subject + u'/' + shortName(name), shortName(name)}) {
        const auto found = m_given.constFind(key);
        if (found != m_given.constEnd())
            return &*found;
    }
    return nullptr;
}

QFuture<QStringList> SecretVault::load(const Run& run)
{
    QStringList wanted;
    for (const QString& name : secretNames(*run.workflow)) {
        if (find({run.id, name}))
            continue; // it came with a command, after what this process was given at its start
        if (const Secret* secret = given(run, name))
            putAll(run.id, {{name, *secret}});
        else
            wanted.append(name);
    }
    if (!m_keeper.read)
        wanted.clear();
    auto left = std::make_shared<Countdown>(wanted);
    for (const QString& name : wanted) {
        whenDone(
            m_keeper.read(keyOf({run.id, name})), this, [this, left, id = run.id, name](const Result<Secret>& secret) {
                if (!find({id, name})) // else it was given again while the keychain kept silent
                    take({id, name}, secret);
                left->done(name);
            });
    }
    left->limit(m_clock, this, [this, id = run.id, wanted] {
        qCWarning(logConductor) << "the keychain does not answer";
        for (const QString& name : wanted)
            take({id, name}, silent());
    });
    return left->future();
}

void SecretVault::take(const SecretName& name, const Result<Secret>& secret)
{
    if (secret && !secret->isEmpty()) {
        const bool isNew = !find(name);
        m_secrets[name.run].insert(name.name, *secret);
        m_troubles[name.run].remove(name.name);
        if (isNew)
            Q_EMIT came(name.run);
    } else if (!secret && secret.error().code != errc::githubNoToken && !find(name)) {
        m_troubles[name.run].insert(name.name, secret.error());
    } else if (!find(name)) {
        m_troubles[name.run].remove(name.name);
    }
}

const Error* SecretVault::troubleWith(const SecretName& name) const
{
    const auto run = m_troubles.constFind(name.run);
    if (run == m_troubles.constEnd())
        return nullptr;
    const auto found = run->constFind(name.name);
    return found == run->constEnd() ? nullptr : &*found;
}

const Secret* SecretVault::find(const SecretName& name) const
{
    const auto run = m_secrets.constFind(name.run);
    if (run == m_secrets.constEnd())
        return nullptr;
    const auto found = run->constFind(name.name);
    return found == run->constEnd() ? nullptr : &*found;
}

QString SecretVault::hide(const RunId& run, QString text) const
{
    for (const Secret& secret : m_secrets.value(run)) {
        const QString plain = QString::fromUtf8(secret.reveal());
        if (plain.size() < kShortestHidden)
            continue;
        text.replace(plain, u"(redacted)"_s);
        text.replace(QString::fromLatin1(QUrl::toPercentEncoding(plain)), u"(redacted)"_s);
    }
    return text;
}

void SecretVault::forget(const Run& run)
{
    for (const QString& name : secretNames(*run.workflow)) {
        if (m_keeper.remove)
            m_keeper.remove(keyOf({run.id, name})); // what cannot be removed now is not needed and tells nothing
    }
    m_secrets.remove(run.id);
    m_troubles.remove(run.id);
}

} // namespace slipway::conductor
