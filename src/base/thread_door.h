// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

namespace slipway {

//! The public entries of what belongs to one thread. Whoever comes through them from another one ends the program at
//! once, by the door's name: what such a race would spoil is found only where nobody looks for it. In the programs that
//! are shipped (NDEBUG) nothing is checked.
class ThreadDoor {
public:
    //! Belongs to the thread that makes it.
    ThreadDoor() = default;

    void enter(const char* name) const
    {
#ifndef NDEBUG
        check(m_thread, name);
#else
        Q_UNUSED(name)
#endif
    }
    //! The door of an object that belongs to the thread it lives in.
    static void enter(const QObject* object, const char* name)
    {
#ifndef NDEBUG
        check(object->thread(), name);
#else
        Q_UNUSED(object)
        Q_UNUSED(name)
#endif
    }

private:
#ifndef NDEBUG
    static void check(const QThread* owner, const char* name)
    {
        if (QThread::currentThread() != owner)
            qFatal("%s was entered from a thread that it does not belong to", name);
    }
    const QThread* m_thread = QThread::currentThread();
#endif
};

} // namespace slipway
