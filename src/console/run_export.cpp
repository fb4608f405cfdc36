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

QByteArray bytesOf(
    const desk::RunView& view, const Events& events, const QString& ending, Timestamp now, double timeScale)
{
    if (ending == u"csv")
        return desk::runCsv(view, now, timeScale).toUtf8();
    if (ending == u"md")
        return desk::runReport(view, events, now).toUtf8();
    return toBytes(exportOf(view, events, now, timeScale));
}

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

QFuture<Result<void>> exportRunTo(
    desk::Desk& desk, const RunId& run, const QString& file, const QString& ending, Clock& clock)
{
    struct Parts {
        std::optional<desk::RunView> view;
        std::optional<Events> events;
        bool ended = false;
    };
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto parts = std::make_shared<Parts>();
    const auto end = [promise, parts](const Result<void>& result) {
        if (!std::exchange(parts->ended, true)) {
            promise->addResult(result);
            promise->finish();
        }
    };
    const auto write = [=, now = clock.now(), scale = clock.scale()] {
        if (!parts->view || !parts->events)
            return;
        QThreadPool::globalInstance()->start([=, view = *parts->view, events = *parts->events] {
            end(writePrivateFile(file, bytesOf(view, events, ending, now, scale)));
        });
    };
    whenDone(desk.run(run), &desk, [=](const Result<desk::RunView>& view) {
        if (!view)
            return end(view.error());
        parts->view = *view;
        write();
    });
    whenDone(desk.events(run, 0), &desk, [=](const Result<Events>& events) {
        if (!events)
            return end(events.error());
        parts->events = *events;
        write();
    });
    return promise->future();
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
