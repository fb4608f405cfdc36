// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unified_diff.h"

#include "base/text.h"

#include <git2.h>

namespace slipway::desk {

namespace {

//! libgit2 wants to be opened before its first use and closed after its last.
struct Library {
    Library() { git_libgit2_init(); }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

} // namespace

PreviewFile unifiedDiff(const PlannedFile& file)
{
    static const Library library; // opening it takes longer than a diff
    PreviewFile preview{.path = file.path, .isNew = !file.before};
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.context_lines = 3;
    const QByteArray path = file.path.toUtf8();
    const QByteArray before = file.before.value_or(QByteArray());
    const QByteArray after = file.after.value_or(QByteArray());
    git_patch* patch = nullptr;
    const int made = git_patch_from_buffers(&patch, file.before ? before.constData() : nullptr, size_t(before.size()),
        path.constData(), file.after ? after.constData() : nullptr, size_t(after.size()), path.constData(), &options);
    if (made != 0)
        return preview;
    git_buf text = GIT_BUF_INIT;
    if (git_patch_to_buf(&text, patch) == 0)
        preview.diff = QString::fromUtf8(text.ptr, qsizetype(text.size));
    std::size_t added = 0, removed = 0;
    git_patch_line_stats(nullptr, &added, &removed, patch);
    preview.added = int(added);
    preview.removed = int(removed);
    git_buf_dispose(&text);
    git_patch_free(patch);
    return preview;
}

} // namespace slipway::desk
