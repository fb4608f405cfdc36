// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/jobs.h"

namespace slipway::console {

Jobs::Job::Job(Jobs& jobs, QString what)
    : m_jobs(&jobs)
    , m_what(std::move(what))
{
    m_jobs->m_under.append(this);
    Q_EMIT m_jobs->changed();
}

Jobs::Job::~Job()
{
    if (!m_jobs)
        return;
    m_jobs->m_under.removeAll(this);
    Q_EMIT m_jobs->changed();
}

void Jobs::Job::progress(qint64 done, qint64 all)
{
    if (done == m_done && all == m_all)
        return;
    m_done = done;
    m_all = all;
    if (m_jobs)
        Q_EMIT m_jobs->changed();
}

QString Jobs::Job::text() const
{
    return m_all > 0 ? Jobs::tr("%1: %L2 of %L3", "what, how many, of how many").arg(m_what).arg(m_done).arg(m_all)
                     : title();
}

QString Jobs::Job::title() const { return Jobs::tr("%1…", "what goes on").arg(m_what); }

std::shared_ptr<Jobs::Job> Jobs::begin(const QString& what) { return std::make_shared<Job>(*this, what); }

QString Jobs::text() const { return told(&Job::text); }

QString Jobs::title() const { return told(&Job::title); }

QString Jobs::told(QString (Job::*how)() const) const
{
    if (m_under.isEmpty())
        return {};
    const QString newest = (m_under.last()->*how)();
    const int others = int(m_under.size()) - 1;
    return others == 0 ? newest : tr("%1, and %n more", nullptr, others).arg(newest);
}

} // namespace slipway::console
