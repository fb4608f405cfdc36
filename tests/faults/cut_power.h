// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <random>

//! A disk that can be cut from its power: a layer beneath SQLite that remembers what was written since the last sync of
//! each file. The program sees its files as they are; an image shows what a power cut could have left of them.
namespace cutpower {

//! What becomes of the writes that no sync has confirmed.
enum class Unsynced { Lost, Kept, Shuffled /*!< each 512 bytes by themselves are there, or not, as a disk reorders */ };

class Disk {
public:
    //! Stands beneath every database that is opened from now on.
    static Disk& instance();

    //! Called before each sync takes effect: the moments in the middle of a transaction.
    std::function<void()> beforeSync;
    //! Forgets all files, or a database's.
    void forget();
    void forget(const QString& file);
    //! Writes what a power cut leaves of the files `file` and `file`-wal into `target` and `target`-wal. The shared memory
    //! is gone, as it is after a power cut.
    bool leave(const QString& file, const QString& target, Unsynced unsynced, std::mt19937& dice) const;
    int syncs() const { return m_syncs; }

    struct Write {
        qint64 offset;
        QByteArray bytes;
        bool truncates = false; //!< to `offset`
    };
    void opened(const QString& file);
    void wrote(const QString& file, Write write);
    void synced(const QString& file);
    void removed(const QString& file);

private:
    Disk();
    struct File {
        QByteArray durable;
        QList<Write> pending;
    };
    QHash<QString, File> m_files;
    int m_syncs = 0;
};

} // namespace cutpower
