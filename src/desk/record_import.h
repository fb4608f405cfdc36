// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <deque>

namespace slipway::desk {

//! Takes in the status records of a file, one after the other, so that a window can show how far it is. A record that is
//! refused stops no other. The file is read in another thread.
class RecordImport : public QObject {
    Q_OBJECT
public:
    //! `workflow`: whose runs they become.
    RecordImport(Desk& desk, QString workflow, QObject* parent = nullptr);

    void start(const QString& file);
    //! What was taken in stays; nothing further is, while the file is still being read neither.
    void stop()
    {
        m_stopped = true;
        m_waiting.clear();
    }

    struct Counts {
        qsizetype total = 0, done = 0, imported = 0, known = 0, refused = 0;
    };
    const Counts& counts() const { return m_counts; }

Q_SIGNALS:
    void progressed();
    //! One record, with args "line", "record" and "file".
    void refused(const slipway::Error& error);
    //! None: the file was read, whatever became of its records. Errors "file.…", "workflow.unknown",
    //! "setting.…"; "store.…": those that are left were not taken in.
    void finished(const std::optional<slipway::Error>& error);

private:
    struct Waiting {
        int line, number;
        Result<Json> record;
    };
    void next();
    void refuse(Error error, const Waiting& record);

    Desk& m_desk;
    QString m_workflow, m_file;
    StartRun m_start;
    bool m_stopped = false;
    std::deque<Waiting> m_waiting;
    Counts m_counts;
};

} // namespace slipway::desk
