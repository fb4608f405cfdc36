// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/file_writing.h"

#include "base/error_codes.h"

#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

namespace slipway::console {

namespace {

Result<void> replaceFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{.code = errc::fileUnwritable,
        .args = {{"path", path.toStdString()}},
        .details = {{"text", file.errorString().toStdString()}}};
}

} // namespace

QFuture<Result<void>> writeFileApart(const QString& path, const QByteArray& bytes)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([=] {
        promise->addResult(replaceFile(path, bytes));
        promise->finish();
    });
    return promise->future();
}

} // namespace slipway::console
