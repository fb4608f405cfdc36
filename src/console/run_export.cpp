// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_export.h"

#include "base/private_files.h"
#include "base/text.h"
#include "base/when_done.h"
#include "desk/report.h"
#include "desk/run_json.h"

#include <QCoreApplication>
#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>

namespace slipway::console {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::ExportWords)
};

//! A run as it is exported.
struct ExportedRun {
    desk::RunView view;
    Events events;
};

QByteArray bytesOf(const QList<ExportedRun>& stories, const QString& ending, Timestamp now, double timeScale)
{
    QByteArray all;
    if (ending == u"csv") {
        for (const ExportedRun& story : stories) {
            const QByteArray table = desk::runCsv(story.view, now, timeScale).toUtf8();
            all += all.isEmpty() ? table : table.mid(table.indexOf("\r\n") + 2); // the heading stands once
        }
        return all;
    }
    if (ending == u"md") {
        for (const ExportedRun& story : stories)
            all += (all.isEmpty() ? QByteArray() : QByteArray("\n---\n\n"))
                + desk::runReport(story.view, story.events, now).toUtf8();
        return all;
    }
    if (stories.size() == 1)
        return toBytes(exportOf(stories.first().view, stories.first().events, now, timeScale));
    Json runs = Json::array();
    for (const ExportedRun& story : stories)
        runs.push_back(exportOf(story.view, story.events, now, timeScale));
    Json list = Json::object();
    list["format"] = "slipway-runs/1";
    list["exportedAt"] = now.toIso().toStdString();
    list["runs"] = std::move(runs);
    return toBytes(list);
}

//! Reads run after run, and writes the file when it has them all.
class RunExport : public std::enable_shared_from_this<RunExport> {
public:
    RunExport(desk::Desk& desk, QList<RunId> runs, QString file, QString ending, Clock& clock)
        : m_desk(desk)
        , m_runs(std::move(runs))
        , m_file(std::move(file))
        , m_ending(std::move(ending))
        , m_now(clock.now())
        , m_timeScale(clock.scale())
    {
        m_promise.start();
    }

    QFuture<Result<void>> start()
    {
        next();
        return m_promise.future();
    }

private:
    void next()
    {
        const auto self = shared_from_this();
        if (m_stories.size() == m_runs.size()) {
            QThreadPool::globalInstance()->start([self] {
                self->end(writePrivateFile(
                    self->m_file, bytesOf(self->m_stories, self->m_ending, self->m_now, self->m_timeScale)));
            });
            return;
        }
        const RunId run = m_runs[m_stories.size()];
        whenDone(m_desk.run(run), &m_desk, [self, run](const Result<desk::RunView>& view) {
            if (!view)
                return self->end(view.error());
            whenDone(self->m_desk.events(run, 0), &self->m_desk, [self, view = *view](const Result<Events>& events) {
                if (!events)
                    return self->end(events.error());
                self->m_stories += ExportedRun{view, *events};
                self->next();
            });
        });
    }

    void end(const Result<void>& result)
    {
        m_promise.addResult(result);
        m_promise.finish();
    }

    desk::Desk& m_desk;
    QList<RunId> m_runs;
    QString m_file, m_ending;
    Timestamp m_now;
    double m_timeScale;
    QList<ExportedRun> m_stories;
    QPromise<Result<void>> m_promise;
};

} // namespace

Json exportOf(const desk::RunView& view, const Events& events, Timestamp now, double timeScale)
{
    Json list = Json::array();
    for (const Event& event : events)
        list.push_back(desk::eventJson(event));
    Json all = Json::object();
    all["format"] = "slipway-run/1";
    all["exportedAt"] = now.toIso().toStdString();
    all["run"] = desk::runJson(view, now, timeScale);
    all["workflow"] = view.run.workflow ? view.run.workflow->source : Json();
    all["events"] = std::move(list);
    return all;
}

QList<SaveForm> runExportForms()
{
    return {{u"json"_s, ExportWords::tr("JSON, with its whole history")},
        {u"csv"_s, ExportWords::tr("Table of the steps")}, {u"md"_s, ExportWords::tr("Report for a ticket")}};
}

QFuture<Result<void>> exportRunsTo(
    desk::Desk& desk, const QList<RunId>& runs, const QString& file, const QString& ending, Clock& clock)
{
    return std::make_shared<RunExport>(desk, runs, file, ending, clock)->start();
}

QString exportName(const QString& subject)
{
    static const QRegularExpression unfit(u"[^A-Za-z0-9._-]+"_s);
    QString name = subject.left(60);
    name.replace(unfit, u"-"_s);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    return name.isEmpty() ? u"run"_s : name;
}

} // namespace slipway::console
