// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"

#include <array>
#include <cstring>
#include <sqlite3.h>

namespace slipway::journal::test {

namespace {

struct Plan {
    qint64 from = 0, to = -1; //!< failing calls of the kind
    FailingDisk::Kind kind = FailingDisk::Any;
    int code = 0;
    std::array<qint64, FailingDisk::Any + 1> calls{};
    qint64 failed = 0;
};
Plan plan;
int onlookers = 0;
sqlite3_vfs* below = nullptr;

//! The file of the layer below stands behind this head in the memory that SQLite gives.
struct File {
    sqlite3_file head;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* realOf(sqlite3_file* file) { return of(file).real(); }

//! What the call answers instead; 0: it goes through.
int verdict(FailingDisk::Kind kind)
{
    if (onlookers > 0)
        return SQLITE_OK;
    ++plan.calls[kind];
    ++plan.calls[FailingDisk::Any];
    if (plan.kind != kind && plan.kind != FailingDisk::Any)
        return SQLITE_OK;
    const auto number = plan.calls[plan.kind];
    if (number < plan.from || number > plan.to)
        return SQLITE_OK;
    ++plan.failed;
    return plan.code;
}

int doClose(sqlite3_file* file) { return realOf(file)->pMethods->xClose(realOf(file)); }
int doRead(sqlite3_file* file, void* to, int count, sqlite3_int64 at)
{
    if (const int code = verdict(FailingDisk::Read))
        return code;
    return realOf(file)->pMethods->xRead(realOf(file), to, count, at);
}
int doWrite(sqlite3_file* file, const void* from, int count, sqlite3_int64 at)
{
    if (const int code = verdict(FailingDisk::Write))
        return code;
    return realOf(file)->pMethods->xWrite(realOf(file), from, count, at);
}
int doTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int code = verdict(FailingDisk::Truncate))
        return code;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int doSync(sqlite3_file* file, int flags)
{
    if (const int code = verdict(FailingDisk::Sync))
        return code;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int doSize(sqlite3_file* file, sqlite3_int64* size) { return realOf(file)->pMethods->xFileSize(realOf(file), size); }
int doLock(sqlite3_file* file, int level)
{
    if (const int code = verdict(FailingDisk::Lock))
        return code;
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int doUnlock(sqlite3_file* file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int doCheckLock(sqlite3_file* file, int* held)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held);
}
int doControl(sqlite3_file* file, int operation, void* value)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, value);
}
int doSectorSize(sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int doTraits(sqlite3_file* file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }
int doShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** to)
{
    if (const int code = verdict(FailingDisk::Open))
        return code;
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, to);
}
int doShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    // A lock is always let go.
    if (flags & SQLITE_SHM_LOCK)
        if (const int code = verdict(FailingDisk::Lock))
            return code;
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void doShmBarrier(sqlite3_file* file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int doShmUnmap(sqlite3_file* file, int remove) { return realOf(file)->pMethods->xShmUnmap(realOf(file), remove); }

const sqlite3_io_methods methods{2, doClose, doRead, doWrite, doTruncate, doSync, doSize, doLock, doUnlock, doCheckLock,
    doControl, doSectorSize, doTraits, doShmMap, doShmLock, doShmBarrier, doShmUnmap, nullptr, nullptr};

int doOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given)
{
    file->pMethods = nullptr;
    if (const int code = verdict(FailingDisk::Open))
        return code;
    const int result = below->xOpen(below, name, realOf(file), flags, given);
    if (realOf(file)->pMethods)
        file->pMethods = &methods;
    return result;
}

} // namespace

void FailingDisk::install()
{
    if (below)
        return;
    below = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs above = *below;
    above.zName = "failing";
    above.szOsFile = int(sizeof(File)) + below->szOsFile;
    above.xOpen = doOpen;
    above.pNext = nullptr;
    sqlite3_vfs_register(&above, 1);
}

void FailingDisk::failAt(qint64 n, Kind kind, int code, qint64 more)
{
    plan = {.from = n, .to = n + more, .kind = kind, .code = code};
}

void FailingDisk::heal() { plan = {}; }
FailingDisk::Onlooker::Onlooker() { ++onlookers; }
FailingDisk::Onlooker::~Onlooker() { --onlookers; }
qint64 FailingDisk::calls(Kind kind) { return plan.calls[kind]; }
qint64 FailingDisk::failed() { return plan.failed; }

} // namespace slipway::journal::test
