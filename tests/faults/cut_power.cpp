// SPDX-License-Identifier: GPL-3.0-or-later
#include "cut_power.h"

#include <QFile>

#include <sqlite3.h>

#include <cstring>

namespace cutpower {

namespace {

constexpr qsizetype kSector = 512;

//! SQLite allots the memory; the layer below has its own file behind it.
struct LayeredFile {
    sqlite3_file base;
    QString* name; // none: a temporary file
    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

LayeredFile* layered(sqlite3_file* file) { return reinterpret_cast<LayeredFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return layered(file)->below(); }
sqlite3_vfs* realVfs() { return static_cast<sqlite3_vfs*>(sqlite3_vfs_find("unix")); }

int closeFile(sqlite3_file* file)
{
    const int result = below(file)->pMethods->xClose(below(file));
    delete std::exchange(layered(file)->name, nullptr);
    return result;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    if (const auto* name = layered(file)->name)
        Disk::instance().wrote(*name, {offset, QByteArray(static_cast<const char*>(bytes), count)});
    return below(file)->pMethods->xWrite(below(file), bytes, count, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (const auto* name = layered(file)->name)
        Disk::instance().wrote(*name, {size, {}, true});
    return below(file)->pMethods->xTruncate(below(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    const int result = below(file)->pMethods->xSync(below(file), flags);
    if (const auto* name = layered(file)->name; name && result == SQLITE_OK)
        Disk::instance().synced(*name);
    return result;
}

const sqlite3_io_methods& methods()
{
    static const sqlite3_io_methods all{
        .iVersion = 2,
        .xClose = closeFile,
        .xRead = [](sqlite3_file* f, void* to, int n,
                     sqlite3_int64 at) { return below(f)->pMethods->xRead(below(f), to, n, at); },
        .xWrite = writeFile,
        .xTruncate = truncateFile,
        .xSync = syncFile,
        .xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return below(f)->pMethods->xFileSize(below(f), size); },
        .xLock = [](sqlite3_file* f, int lock) { return below(f)->pMethods->xLock(below(f), lock); },
        .xUnlock = [](sqlite3_file* f, int lock) { return below(f)->pMethods->xUnlock(below(f), lock); },
        .xCheckReservedLock = [](sqlite3_file* f,
                                  int* result) { return below(f)->pMethods->xCheckReservedLock(below(f), result); },
        .xFileControl = [](sqlite3_file* f, int op,
                            void* argument) { return below(f)->pMethods->xFileControl(below(f), op, argument); },
        .xSectorSize = [](sqlite3_file*) { return int(kSector); },
        // A disk that promises nothing: neither whole sectors nor that what was appended comes after its length.
        .xDeviceCharacteristics = [](sqlite3_file*) { return 0; },
        .xShmMap = [](sqlite3_file* f, int page, int size, int extend,
                       void volatile** to) { return below(f)->pMethods->xShmMap(below(f), page, size, extend, to); },
        .xShmLock = [](sqlite3_file* f, int offset, int n,
                        int flags) { return below(f)->pMethods->xShmLock(below(f), offset, n, flags); },
        .xShmBarrier = [](sqlite3_file* f) { below(f)->pMethods->xShmBarrier(below(f)); },
        .xShmUnmap = [](sqlite3_file* f, int remove) { return below(f)->pMethods->xShmUnmap(below(f), remove); },
        .xFetch = nullptr,
        .xUnfetch = nullptr,
    };
    return all;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* made = layered(file);
    made->base.pMethods = nullptr;
    made->name = nullptr;
    const int result = realVfs()->xOpen(realVfs(), name, made->below(), flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    if (name) {
        made->name = new QString(QFile::decodeName(name));
        Disk::instance().opened(*made->name);
    }
    made->base.pMethods = &methods();
    return result;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    Disk::instance().removed(QFile::decodeName(name));
    return realVfs()->xDelete(realVfs(), name, syncFolder);
}

void apply(QByteArray& content, const Disk::Write& write)
{
    if (write.truncates) {
        content.truncate(write.offset);
        return;
    }
    if (content.size() < write.offset + write.bytes.size())
        content.append(write.offset + write.bytes.size() - content.size(), '\0');
    std::memcpy(content.data() + write.offset, write.bytes.constData(), size_t(write.bytes.size()));
}

//! Some of the sectors of a write.
void applyInPart(QByteArray& content, const Disk::Write& write, std::mt19937& dice)
{
    if (write.truncates) {
        if (dice() % 2)
            apply(content, write);
        return;
    }
    qsizetype at = 0;
    while (at < write.bytes.size()) {
        const auto end =
            std::min<qsizetype>(write.bytes.size(), ((write.offset + at) / kSector + 1) * kSector - write.offset);
        if (dice() % 2)
            apply(content, {write.offset + at, write.bytes.mid(at, end - at)});
        at = end;
    }
}

} // namespace

Disk::Disk()
{
    static sqlite3_vfs layer = *realVfs();
    layer.szOsFile = int(sizeof(LayeredFile)) + realVfs()->szOsFile;
    layer.zName = "cut-power";
    layer.xOpen = openFile;
    layer.xDelete = removeFile;
    sqlite3_vfs_register(&layer, 1);
}

Disk& Disk::instance()
{
    static Disk disk;
    return disk;
}

void Disk::forget(const QString& file)
{
    for (const char* ending : {"", "-wal", "-journal"})
        m_files.remove(file + QLatin1StringView(ending));
}

void Disk::forget() { m_files.clear(); }

void Disk::opened(const QString& name)
{
    if (m_files.contains(name))
        return;
    QFile file(name);
    m_files[name].durable = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Disk::wrote(const QString& file, Write write) { m_files[file].pending.append(std::move(write)); }

void Disk::synced(const QString& name)
{
    if (beforeSync)
        beforeSync();
    ++m_syncs;
    auto& file = m_files[name];
    for (const auto& write : std::as_const(file.pending))
        apply(file.durable, write);
    file.pending.clear();
}

void Disk::removed(const QString& file) { m_files.remove(file); }

bool Disk::leave(const QString& file, const QString& target, Unsynced unsynced, std::mt19937& dice) const
{
    for (const auto& ending : {QString(), QStringLiteral("-wal")}) {
        const auto found = m_files.constFind(file + ending);
        if (found == m_files.cend())
            continue;
        QByteArray content = found->durable;
        for (const auto& write : found->pending) {
            if (unsynced == Unsynced::Kept)
                apply(content, write);
            else if (unsynced == Unsynced::Shuffled)
                applyInPart(content, write, dice);
        }
        QFile image(target + ending);
        if (!image.open(QIODevice::WriteOnly) || image.write(content) != content.size())
            return false;
    }
    return true;
}

} // namespace cutpower
