// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/parse_workflow.h"

namespace slipway::desk {

using WorkflowList = QList<std::shared_ptr<const Workflow>>;

//! Bytes. What is larger is neither read nor imported: it could not be read again from where it is kept.
inline constexpr qint64 largestWorkflow = 1024 * 1024;

//! Workflows that people have imported, as files of their own beside a store: all processes of that store offer the same.
//! Versions stand side by side; what was imported once never changes.
class WorkflowShelf {
public:
    WorkflowShelf(const QString& store, const KindRules& kinds);

    //! Where the imported ones of a store are kept.
    static QString folderOf(const QString& store);

    //! Those built into the program and those imported, every version, by id and then newest first. What cannot be read
    //! or is not valid is left out, and the log says so.
    const WorkflowList& all() const;
    //! Puts it beside the others. Errors "usage" (that version of it is known and says something else, or it is too large),
    //! "file.unwritable".
    //! From any thread.
    Result<void> add(const Workflow& workflow) const;

private:
    QString fileOf(const Workflow& workflow) const;

    QString m_folder;
    const KindRules& m_kinds;
    WorkflowList m_shipped;
    mutable WorkflowList m_all;
    mutable QStringList m_read; //!< names and times of the files that m_all was read from
};

//! The newest version of each.
WorkflowList newestOf(const WorkflowList& all);

} // namespace slipway::desk
