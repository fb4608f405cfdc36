// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/world/world.h"

//! What happens by itself after a while. Tasks are kept with the world: one that fell due while nobody ran the sandbox
//! happens when it starts again.
namespace slipway::sandbox {

qint64 World::schedule(Timestamp due, const QString& kind, Json data)
{
    Task task{++m_lastTask, due, kind, std::move(data)};
    if (m_log)
        m_log->put(u"task/"_s + QString::number(task.id),
            Json::object({{"due", task.due.ms}, {"kind", toJson(kind)}, {"data", task.data}}));
    const qint64 id = task.id;
    m_tasks[id] = std::move(task);
    arm();
    return id;
}

void World::arm()
{
    m_timer.cancel();
    if (m_tasks.empty())
        return;
    Timestamp first = m_tasks.begin()->second.due;
    for (const auto& [id, task] : m_tasks)
        first = std::min(first, task.due);
    m_timer = m_clock.at(first, this, [this] { runDueTasks(); });
}

void World::runDueTasks()
{
    m_request = 0;
    // One at a time, earliest first: a task may cancel or add others.
    while (true) {
        auto next = m_tasks.end();
        for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it) {
            if (it->second.due <= now() && (next == m_tasks.end() || it->second.due < next->second.due))
                next = it;
        }
        if (next == m_tasks.end())
            break;
        const Task task = std::move(next->second);
        m_tasks.erase(next);
        if (m_log)
            m_log->put(u"task/"_s + QString::number(task.id), nullptr);
        perform(task);
    }
    if (const auto flushed = flush(); !flushed)
        qWarning("the sandbox cannot write its state: %s", qPrintable(textAt(flushed.error().args, "reason")));
    arm();
}

void World::perform(const Task& task)
{
    if (task.kind == u"run-begin" || task.kind == u"run-end") {
        WorkflowRun* run = findRun(integerAt(task.data, "run"));
        // A cancelled or repeated run has left this task's attempt behind.
        if (!run || run->attempt != integerAt(task.data, "attempt") || run->isCompleted())
            return;
        if (task.kind == u"run-begin") {
            run->status = u"in_progress"_s;
            run->updatedAt = now();
            touch(*run);
        } else if (run->held) {
            run->overdue = true;
            touch(*run);
        } else {
            complete(*run, run->plannedConclusion.isEmpty() ? u"success"_s : run->plannedConclusion);
        }
    } else if (task.kind == u"content") {
        fillRepository(textAt(task.data, "repository"));
    } else if (task.kind == u"artifact") {
        recordArtifact(textAt(task.data, "repository"), textAt(task.data, "tag"));
    } else if (task.kind == u"auto-merge") {
        considerAutoMerge(textAt(task.data, "repository"), integerAt(task.data, "number"));
    } else if (task.kind == u"merge-queue") {
        considerQueue(textAt(task.data, "repository"), integerAt(task.data, "number"));
    } else if (task.kind == u"pay") {
        m_pay->perform(task.data);
    } else if (task.kind == u"action") {
        if (const auto done = act(task.data); !done)
            qInfo("sandbox: a planned action came to nothing: %s", qPrintable(refusalText(done.error())));
    }
}

} // namespace slipway::sandbox
