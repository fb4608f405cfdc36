// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/news.h"

namespace slipway::conductor {

namespace {

constexpr Millis kNewsFresh{5'000};
constexpr Millis kNewsAge{30 * 60'000}; // silent for so long: the webhook may have been switched off
constexpr qsizetype kMostHeard = 10'000;

} // namespace

// The second part of a read's key.
QString whomOf(const github::Read& read) { return github::keyOf(read).section(u'\n', 1, 1); }

void News::hear(const QString& repository, const QString& pullRequest, Timestamp now)
{
    if (m_heard.size() > kMostHeard) { // a token that sees very many: begin anew, looking is what counts
        m_heard.clear();
        m_repositoryOf.clear();
    }
    const QString name = repository.toLower();
    m_heard.insert(name, now);
    if (!pullRequest.isEmpty()) {
        m_heard.insert(pullRequest, now);
        m_repositoryOf.insert(pullRequest, name);
    }
}

void News::clockWasSet(Millis by)
{
    for (auto& at : m_heard)
        at = at + by;
}

bool News::concern(const steps::Reads& reads, const QString& repository, const QString& pullRequest) const
{
    return std::any_of(
        reads.github.begin(), reads.github.end(), [&, name = repository.toLower()](const github::Read& read) {
            const QString whom = whomOf(read);
            return whom == name || (!pullRequest.isEmpty() && whom == pullRequest)
                || m_repositoryOf.value(whom) == name;
        });
}

bool News::flow(const steps::Reads& reads, const Clock& clock) const
{
    const Timestamp now = clock.now();
    const auto flows = [&](const github::Read& read) {
        const auto at = m_heard.constFind(whomOf(read));
        if (at == m_heard.constEnd())
            return false;
        const Millis ago = now - *at;
        // Right after news one more look at the usual pace: GitHub's answers can lag behind its news.
        return ago > clock.scaled(kNewsFresh) && ago < clock.scaled(kNewsAge);
    };
    return !reads.github.isEmpty() && reads.http.isEmpty()
        && std::all_of(reads.github.begin(), reads.github.end(), flows);
}

} // namespace slipway::conductor
