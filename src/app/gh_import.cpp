// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gh_import.h"

#include "base/error_codes.h"
#include "base/redaction.h"
#include "base/text.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>

namespace slipway::app {

namespace {

constexpr int longestMillis = 10'000;

Error trouble(const QString& host, const char* reason, const QString& text = {})
{
    Error error{.code = errc::githubImport, .args = {{"host", host.toStdString()}}};
    if (reason)
        error.args["reason"] = reason;
    if (!text.isEmpty())
        error.details["text"] = redact(text.left(500)).toStdString();
    return error;
}

} // namespace

QFuture<Result<Secret>> importFromGh(const QString& host)
{
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    auto* process = new QProcess;
    const auto end = [promise, process](Result<Secret> result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
        process->deleteLater();
    };
    QObject::connect(process, &QProcess::finished, process, [process, host, end](int status, QProcess::ExitStatus how) {
        const auto said = QString::fromLocal8Bit(process->readAllStandardError()).simplified();
        const Secret token(process->readAllStandardOutput().trimmed());
        const bool sane = !token.isEmpty() && !token.reveal().contains('\n') && token.reveal().size() < 4096;
        if (how == QProcess::NormalExit && status == 0 && sane)
            end(token);
        else
            end(trouble(host, nullptr, said));
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [host, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(trouble(host, "missing"));
    });
    QTimer::singleShot(longestMillis, process, [process, host, end] {
        end(trouble(host, "timeout"));
        process->kill();
    });
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(u"gh"_s, {u"auth"_s, u"token"_s, u"--hostname"_s, host}, QIODevice::ReadOnly);
    return promise->future();
}

} // namespace slipway::app
