// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/planned_files.h"

namespace slipway::steps {

namespace {

constexpr qint64 kMostRememberedBytes = 16'000'000;
constexpr std::size_t kMostRemembered = 200; // a creation changes about forty files

qint64 sizeOf(const PlannedFile& planned)
{
    return planned.before.value_or(QByteArray()).size() + planned.after.value_or(QByteArray()).size();
}

} // namespace

Result<PlannedFile> PlannedFiles::plan(const FileChange& change, const std::optional<QByteArray>& before)
{
    const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const Known& known) {
        return known.change.path == change.path && known.change.remove == change.remove
            && known.change.content == change.content && known.change.edits == change.edits && known.before == before;
    });
    if (found != m_known.end())
        return found->planned;
    ++m_workedOut;
    auto planned = planFile(change, before);
    if (!planned)
        return planned;
    m_bytes += sizeOf(*planned);
    m_known.push_front({change, before, *planned});
    while (m_known.size() > kMostRemembered || m_bytes > kMostRememberedBytes) {
        m_bytes -= sizeOf(m_known.back().planned);
        m_known.pop_back();
    }
    return planned;
}

} // namespace slipway::steps
