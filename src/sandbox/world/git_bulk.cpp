// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/world/git_handles.h"
#include "sandbox/world/git_repository.h"

#include <git2/sys/mempack.h>

#include <QFile>

namespace slipway::sandbox {

using OdbHandle = GitHandle<git_odb, git_odb_free>;

Result<QString> GitRepository::writeInBulk(const std::function<Result<QString>()>& write)
{
    git_odb_backend* memory = nullptr;
    {
        OdbHandle odb;
        git_repository_odb(out(odb), m_repository);
        if (!odb || git_mempack_new(&memory) != 0 || git_odb_add_backend(odb.get(), memory, 999) != 0)
            return gitError(u"open bulk"_s);
    }
    const auto written = write();
    if (!written)
        return written.error();
    git_buf pack = GIT_BUF_INIT_CONST(nullptr, 0);
    if (git_mempack_dump(&pack, m_repository, memory) != 0)
        return gitError(u"dump bulk"_s);
    // The memory cannot be taken out of an object database again, so the repository is opened anew.
    git_repository* fresh = nullptr;
    OdbHandle odb;
    git_odb_writepack* writer = nullptr;
    git_indexer_progress progress = {};
    if (git_repository_open_bare(&fresh, QFile::encodeName(m_path).constData()) == 0)
        git_repository_odb(out(odb), fresh);
    const bool stored = odb && git_odb_write_pack(&writer, odb.get(), nullptr, nullptr) == 0
        && writer->append(writer, pack.ptr, pack.size, &progress) == 0 && writer->commit(writer, &progress) == 0;
    const Error error = gitError(u"store bulk"_s);
    if (writer)
        writer->free(writer);
    git_buf_dispose(&pack);
    if (!stored) {
        git_repository_free(fresh);
        return error;
    }
    git_repository_free(m_repository);
    m_repository = fresh;
    return written;
}

} // namespace slipway::sandbox
