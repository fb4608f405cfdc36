// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"
#include "base/text.h"
#include "github/read_job.h"

namespace slipway::github {

namespace {

constexpr qsizetype mostFailedJobs = 3, mostNotes = 5;
constexpr qsizetype longestName = 120, longestNote = 300;

//! On one line, without credentials: whatever a workflow prints may stand here.
QString told(const QString& text, qsizetype most)
{
    // Before it is cut: half a credential is not known as one.
    const QString whole = redact(text.left(16 * most)).simplified();
    return whole.size() > most ? whole.left(most - 1) + u'…' : whole;
}

bool endedBadly(const Json& part)
{
    const auto conclusion = textAt(part, "conclusion");
    return conclusion == u"failure"_s || conclusion == u"timed_out"_s || conclusion == u"cancelled"_s;
}

FailedJob failedJobFrom(const Json& json)
{
    FailedJob job{.id = integerAt(json, "id"),
        .name = told(textAt(json, "name"), longestName),
        .conclusion = told(textAt(json, "conclusion"), longestName),
        .url = textAt(json, "html_url").left(500)};
    if (const Json& steps = memberAt(json, "steps"); steps.is_array())
        for (const auto& step : steps)
            if (job.step.isEmpty() && endedBadly(step))
                job.step = told(textAt(step, "name"), longestName);
    return job;
}

QString noteFrom(const Json& annotation)
{
    const auto message = told(textAt(annotation, "message"), longestNote);
    const auto path = told(textAt(annotation, "path"), longestName);
    // ".github" is what GitHub says where the note is about no file.
    if (message.isEmpty() || path.isEmpty() || path == u".github"_s)
        return message;
    return u"%1:%2: %3"_s.arg(path).arg(integerAt(annotation, "start_line")).arg(message);
}

} // namespace

RestRead restRead(const ReadFailedJobs& read)
{
    RestPath path(read.repository);
    path.part(u"actions"_s).part(u"runs"_s).part(QString::number(read.run)).part(u"jobs"_s);
    path.query("filter", u"latest"_s).query("per_page", u"100"_s);
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            const Json& list = memberAt(json, "jobs");
            if (!list.is_array())
                return std::nullopt;
            FailedJobs failed;
            for (const auto& job : list)
                if (endedBadly(job))
                    failed.jobs.append(failedJobFrom(job));
            // What failed is the cause; what was cancelled then is not.
            std::stable_partition(failed.jobs.begin(), failed.jobs.end(),
                [](const FailedJob& job) { return job.conclusion != u"cancelled"_s; });
            failed.jobs = failed.jobs.mid(0, mostFailedJobs);
            return Answer(std::move(failed));
        },
        {{"repository", read.repository.full().toStdString()}, {"run", read.run}}, FailedJobs{}};
}

RestRead notesOf(const RepositoryName& repository, const FailedJob& job)
{
    RestPath path(repository);
    path.part(u"check-runs"_s).part(QString::number(job.id)).part(u"annotations"_s).query("per_page", u"50"_s);
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            if (!json.is_array())
                return std::nullopt;
            FailedJobs failed;
            for (const auto& annotation : json)
                if (const auto note = noteFrom(annotation); textAt(annotation, "annotation_level") == u"failure"_s
                    && !note.isEmpty() && failed.notes.size() < mostNotes)
                    failed.notes.append(note);
            return Answer(std::move(failed));
        },
        {{"repository", repository.full().toStdString()}}, FailedJobs{}};
}

void ReadJob::readFailedJobs(qsizetype index, const ReadFailedJobs& read)
{
    begin(index);
    ask(restRead(read), [self = shared_from_this(), index, repository = read.repository](const Result<Answer>& told) {
        const auto* failed = told ? &std::get<FailedJobs>(*told) : nullptr;
        if (!failed || failed->jobs.isEmpty() || failed->jobs.first().id == 0)
            return self->answer(index, told);
        self->ask(notesOf(repository, failed->jobs.first()),
            [self, index, failed = *failed](const Result<Answer>& notes) mutable {
                // A token may read runs and not checks: the jobs alone tell much.
                if (notes)
                    failed.notes = std::get<FailedJobs>(*notes).notes;
                self->answer(index, Answer(std::move(failed)));
            });
    });
}

} // namespace slipway::github
