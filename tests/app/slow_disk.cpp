// SPDX-License-Identifier: GPL-3.0-or-later
#include "slow_disk.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include <dlfcn.h>

namespace {

struct {
    std::mutex mutex;
    std::condition_variable changed;
    bool isSlow = false;
    std::thread::id owner;
    int waiting = 0, ownWrites = 0;
} disk;

void waitForDisk()
{
    std::unique_lock lock(disk.mutex);
    if (!disk.isSlow)
        return;
    if (std::this_thread::get_id() == disk.owner) {
        ++disk.ownWrites;
        return;
    }
    ++disk.waiting;
    disk.changed.wait(lock, [] { return !disk.isSlow; });
    --disk.waiting;
}

template <class Function>
Function* real(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

} // namespace

// What Qt calls when a file is to be on the disk, and when one is to go.
extern "C" __attribute__((visibility("default"))) int fdatasync(int file)
{
    waitForDisk();
    return real<int(int)>("fdatasync")(file);
}

extern "C" __attribute__((visibility("default"))) int unlink(const char* path) noexcept
{
    waitForDisk();
    return real<int(const char*)>("unlink")(path);
}

namespace slipway::test {

SlowDisk::SlowDisk()
{
    const std::lock_guard lock(disk.mutex);
    disk.isSlow = true;
    disk.owner = std::this_thread::get_id();
    disk.ownWrites = 0;
}

SlowDisk::~SlowDisk() { letGo(); }

int SlowDisk::waiting() const
{
    const std::lock_guard lock(disk.mutex);
    return disk.waiting;
}

int SlowDisk::ownWrites() const
{
    const std::lock_guard lock(disk.mutex);
    return disk.ownWrites;
}

void SlowDisk::letGo()
{
    const std::lock_guard lock(disk.mutex);
    disk.isSlow = false;
    disk.changed.notify_all();
}

} // namespace slipway::test
