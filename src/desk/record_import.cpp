// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/record_import.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/when_done.h"
#include "desk/of_store.h"
#include "desk/starting.h"
#include "journal/record_text.h"

namespace slipway::desk {

namespace {

constexpr qint64 kLargestDump = 512LL * 1024 * 1024;

} // namespace

RecordImport::RecordImport(Desk& desk, QString workflow, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_workflow(std::move(workflow))
{ }

void RecordImport::start(const QString& file)
{
    m_file = file;
    const auto workflow = findWorkflow(m_desk, m_workflow);
    const auto settings = workflow ? m_desk.settings(m_workflow) : Result<Json>(workflow.error());
    if (!settings) {
        Q_EMIT finished(settings.error());
        return;
    }
    m_start = {.workflow = (*workflow)->source, .inputs = Json::object(), .settings = *settings, .profile = {}};
    using Records = Result<QList<journal::RecordText>>;
    auto read = QtFuture::makeReadyFuture(file).then(QtFuture::Launch::Async, [](const QString& named) -> Records {
        const auto text = readFile(named, kLargestDump);
        return text ? Records(journal::readRecords(*text)) : Records(text.error());
    });
    whenDone(read, this, [this](const Records& records) {
        if (!records) {
            Q_EMIT finished(records.error());
            return;
        }
        for (const auto& each : m_stopped ? QList<journal::RecordText>() : *records)
            m_waiting.push_back({.line = each.line, .number = each.number, .record = each.record});
        m_counts.total = records->size();
        Q_EMIT progressed();
        next();
    });
}

void RecordImport::next()
{
    // What cannot be read needs nobody's answer.
    while (!m_waiting.empty() && !m_waiting.front().record) {
        refuse(m_waiting.front().record.error(), m_waiting.front());
        m_waiting.pop_front();
    }
    if (m_waiting.empty()) {
        Q_EMIT finished(std::nullopt);
        return;
    }
    const Waiting record = std::move(m_waiting.front());
    m_waiting.pop_front();
    StartRun command = m_start;
    command.record = *record.record;
    whenDone(m_desk.submit(command, RunId()), this, [this, record](const Result<Receipt>& receipt) {
        if (!receipt && isOfStore(receipt.error())) { // no other record would fare better, and each might wait as long
            m_waiting.clear();
            Q_EMIT finished(receipt.error());
            return;
        }
        if (!receipt && receipt.error().code != errc::recordKnown) {
            refuse(receipt.error(), record);
        } else {
            ++m_counts.done;
            ++(receipt ? m_counts.imported : m_counts.known);
        }
        Q_EMIT progressed();
        next();
    });
}

void RecordImport::refuse(Error error, const Waiting& record)
{
    ++m_counts.done;
    ++m_counts.refused;
    if (!error.args.contains("file")) // else it is of another one
        error.args["file"] = m_file.toStdString();
    if (!error.args.contains("line"))
        error.args["line"] = record.line;
    error.args["record"] = record.number;
    Q_EMIT refused(error);
}

} // namespace slipway::desk
