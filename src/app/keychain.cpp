// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include "base/clock.h"
#include "base/error_codes.h"
#include "base/redaction.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPromise>

#include <qt6keychain/keychain.h>

namespace slipway::app {

namespace {

const QString kService = u"slipway"_s;
//! A person may have to find and type a password first.
constexpr Millis longestAnswer{120'000};

template <class T>
class Answer {
public:
    Answer() { m_open->promise.start(); }
    QFuture<Result<T>> future() const { return m_open->promise.future(); }
    //! Only the first one counts.
    void give(Result<T> result) const
    {
        if (m_open->promise.future().isFinished())
            return;
        m_open->limit.cancel();
        m_open->promise.addResult(std::move(result));
        m_open->promise.finish();
    }
    //! Nobody may sit before the window that the keychain shows. In the first thread.
    void limit(const QString& name) const
    {
        static SystemClock clock;
        m_open->limit = clock.after(longestAnswer, qApp, [name, self = *this] {
            self.give(Error{.code = errc::keychainSilent,
                .args = {{"credential", name.toStdString()}, {"seconds", longestAnswer.count() / 1000}}});
        });
    }

private:
    struct Open {
        QPromise<Result<T>> promise;
        Timer limit;
    };
    std::shared_ptr<Open> m_open = std::make_shared<Open>();
};

Error errorFor(const QString& code, const QString& name, const QString& text = {})
{
    Error error{.code = code, .args = {{"credential", name.toStdString()}}};
    if (!text.isEmpty())
        error.details["text"] = redact(text).toStdString();
    return error;
}

//! What the Secret Service has under the name.
enum class Found { NotAsked, Nothing, Unlocked, Locked };

void ask(const QString& name, std::function<void(Found)> done)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        done(Found::NotAsked);
        return;
    }
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    call << QVariant::fromValue(Attributes{{u"user"_s, name}, {u"server"_s, kService}});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5'000), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = *watcher;
        if (reply.isError())
            done(Found::NotAsked);
        else if (!reply.argumentAt<1>().isEmpty())
            done(Found::Locked);
        else
            done(reply.argumentAt<0>().isEmpty() ? Found::Nothing : Found::Unlocked);
    });
}

void inFirstThread(std::function<void()> call) { QMetaObject::invokeMethod(qApp, std::move(call)); }

//! Runs a job of the library and hands its error, and itself, on.
template <class Job>
void run(Job* job, const QString& name, std::function<void(Job*)> done)
{
    job->setKey(name);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] { done(job); });
    job->start();
}

QString codeOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound: return errc::githubNoToken;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return errc::keychainLocked;
    default: return errc::keychainUnavailable;
    }
}

} // namespace

QFuture<Result<Secret>> readCredential(const QString& name)
{
    const Answer<Secret> answer;
    inFirstThread([name, answer] {
        answer.limit(name);
        run<QKeychain::ReadPasswordJob>(
            new QKeychain::ReadPasswordJob(kService), name, [name, answer](QKeychain::ReadPasswordJob* job) {
                if (job->error() == QKeychain::NoError) {
                    answer.give(Secret(job->binaryData()));
                    return;
                }
                const auto error = errorFor(codeOf(*job), name, job->errorString());
                ask(name, [name, answer, error](Found found) {
                    answer.give(found == Found::Locked ? errorFor(errc::keychainLocked, name) : error);
                });
            });
    });
    return answer.future();
}

QFuture<Result<void>> writeCredential(const QString& name, const Secret& secret)
{
    const Answer<void> answer;
    inFirstThread([name, secret, answer] {
        answer.limit(name);
        auto* write = new QKeychain::WritePasswordJob(kService);
        write->setBinaryData(secret.reveal());
        run<QKeychain::WritePasswordJob>(write, name, [name, answer](QKeychain::WritePasswordJob* job) {
            if (job->error() == QKeychain::NoError)
                answer.give({});
            else
                answer.give(errorFor(codeOf(*job), name, job->errorString()));
        });
    });
    return answer.future();
}

QFuture<Result<void>> deleteCredential(const QString& name)
{
    const Answer<void> answer;
    inFirstThread([name, answer] {
        answer.limit(name);
        run<QKeychain::DeletePasswordJob>(
            new QKeychain::DeletePasswordJob(kService), name, [name, answer](QKeychain::DeletePasswordJob* job) {
                const bool said = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
                const auto error = errorFor(codeOf(*job), name, job->errorString());
                ask(name, [name, answer, said, error](Found found) {
                    if (found == Found::Locked || found == Found::Unlocked)
                        answer.give(errorFor(errc::keychainLocked, name));
                    else
                        answer.give(said ? Result<void>() : Result<void>(error));
                });
            });
    });
    return answer.future();
}

} // namespace slipway::app
