// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QPromise>

#include <qt6keychain/keychain.h>

namespace slipway::app {

namespace {

const QString kService = u"slipway"_s;

template <class T, class Job>
QFuture<Result<T>> run(Job* job, const QString& name, std::function<T(Job*)> value)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    job->setKey(name);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, name, value] {
        if (job->error() == QKeychain::NoError) {
            if constexpr (std::is_void_v<T>)
                promise->addResult(Result<void>());
            else
                promise->addResult(value(job));
        } else {
            promise->addResult(Error{.code = errc::githubNoToken,
                .args = {{"credential", name.toStdString()}, {"reason", job->errorString().toStdString()}}});
        }
        promise->finish();
    });
    job->start();
    return future;
}

} // namespace

QFuture<Result<Secret>> readCredential(const QString& name)
{
    return run<Secret, QKeychain::ReadPasswordJob>(new QKeychain::ReadPasswordJob(kService), name,
        [](QKeychain::ReadPasswordJob* job) { return Secret(job->binaryData()); });
}

QFuture<Result<void>> writeCredential(const QString& name, const Secret& secret)
{
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setBinaryData(secret.reveal());
    return run<void, QKeychain::WritePasswordJob>(job, name, {});
}

} // namespace slipway::app
