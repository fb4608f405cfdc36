// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

#include <map>
#include <memory>

namespace slipway::sandbox {

//! Named JSON objects on disk. A flush appends one line with all objects that changed, so that a change is there as a
//! whole or not at all (a torn last line is dropped) and its cost does not grow with the world. Opening rewrites the
//! file with the newest state of each object.
class StateLog {
public:
    //! Error "file.unreadable" (also for a damaged line that is not the last), "file.unwritable".
    static Result<std::unique_ptr<StateLog>> open(const QString& file);

    //! What the file held when it was opened.
    std::map<QString, Json> takeObjects() { return std::move(m_objects); }
    //! A null value removes the object.
    void put(const QString& name, Json value) { m_changed[name] = std::move(value); }
    //! Reaches the file (not necessarily the disk) before it returns.
    Result<void> flush();

private:
    explicit StateLog(const QString& file)
        : m_file(file)
    { }
    Result<void> readAll();
    Result<void> rewrite();

    QFile m_file;
    std::map<QString, Json> m_objects;
    std::map<QString, Json> m_changed;
};

} // namespace slipway::sandbox
