// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox_notice.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QFile>
#include <QStandardPaths>

namespace slipway::app {

namespace {

QString noticeFile() { return windowSandboxFolder() + u"/sandbox.json"_s; }

} // namespace

QString windowSandboxFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/slipway/sandbox"_s;
}

QString windowSandboxStore() { return windowSandboxFolder() + u"/store.db"_s; }

SandboxNotice::SandboxNotice(std::unique_ptr<journal::OwnerLock> lock)
    : m_lock(std::move(lock))
{ }

Result<std::unique_ptr<SandboxNotice>> SandboxNotice::take()
{
    if (const auto made = makePrivateDirectory(windowSandboxFolder()); !made)
        return made.error();
    auto lock = journal::OwnerLock::acquire(noticeFile(), u"slipway"_s);
    if (!lock)
        return lock.error();
    QFile::remove(noticeFile()); // of one that was killed
    return std::unique_ptr<SandboxNotice>(new SandboxNotice(std::move(*lock)));
}

SandboxNotice::~SandboxNotice() { QFile::remove(noticeFile()); }

Result<void> SandboxNotice::post(const Json& announcement)
{
    return writePrivateFile(noticeFile(), toBytes(announcement) + '\n');
}

Result<Json> windowSandbox()
{
    const Error closed{.code = errc::connectionNoSandbox};
    const auto owner = journal::currentOwner(noticeFile());
    if (!owner || !*owner)
        return closed;
    const auto text = readPrivateFile(noticeFile());
    const auto announcement = text ? parseJson(*text) : Result<Json>(text.error());
    return announcement ? announcement : closed;
}

} // namespace slipway::app
