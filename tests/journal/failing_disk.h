// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace slipway::journal::test {

//! A layer below SQLite that lets its calls to the disk fail. Once installed it is what every connection made from then on
//! uses, in this process and for good.
class FailingDisk {
public:
    //! Which calls are counted.
    enum Kind { Write, Read, Sync, Truncate, Open, Lock, Any };

    static void install();
    //! The n-th call of the kind from now on (1: the next) fails with this result code of SQLite, and so do `more` after it.
    static void failAt(qint64 n, Kind kind, int code, qint64 more = 0);
    static void heal();
    //! While there is one, calls go through and are not counted: whoever only wants to see what is on the disk.
    class Onlooker {
    public:
        Onlooker();
        ~Onlooker();
        Q_DISABLE_COPY_MOVE(Onlooker)
    };
    //! Calls of each kind since failAt() or heal().
    static qint64 calls(Kind kind);
    static qint64 failed();
};

} // namespace slipway::journal::test
