// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/file_change.h"

#include <deque>

namespace slipway::steps {

//! What edits make of files, remembered for a while: whoever validates a run, takes its step, waits for its turn to write
//! and heals a conflict asks the same of the same bytes, and large files take their time.
class PlannedFiles {
public:
    //! planFile(), by its value.
    Result<PlannedFile> plan(const FileChange& change, const std::optional<QByteArray>& before);

    int workedOut() const { return m_workedOut; } //!< how often it was not known

private:
    struct Known {
        FileChange change;
        std::optional<QByteArray> before;
        PlannedFile planned;
    };
    std::deque<Known> m_known; //!< the newest first
    qint64 m_bytes = 0;
    int m_workedOut = 0;
};

} // namespace slipway::steps
