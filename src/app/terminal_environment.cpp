// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal_environment.h"

#include "app/api_serving.h"
#include "app/connection_commands.h"
#include "app/connections.h"
#include "app/credential_commands.h"
#include "app/process.h"
#include "app/run_secrets.h"
#include "app/sandbox_notice.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/workflow_shelf.h"
#include "journal/backups.h"
#include "journal/rebuild.h"
#include "journal/record.h"
#include "journal/record_text.h"
#include "journal/restore.h"
#include "journal/sqlite_store.h"
#include "journal/store_files.h"
#include "journal/verify.h"
#include "sandbox/command_line.h"
#include "steps/kinds.h"
#include "terminal/await.h"
#include "terminal/interrupts.h"
#include "workflow/parse_workflow.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

#include <cstdio>

namespace slipway::app {

namespace {

using terminal::await;

class LocalSession : public terminal::Session {
public:
    explicit LocalSession(std::unique_ptr<desk::LocalDesk> desk)
        : m_desk(std::move(desk))
    { }
    desk::Desk& desk() override { return *m_desk; }

private:
    std::unique_ptr<desk::LocalDesk> m_desk;
};

//! Read once: standard input cannot be read again by whoever needs it next.
Result<conductor::GivenSecrets> secretsOf(const terminal::GlobalOptions& global)
{
    static std::optional<Result<conductor::GivenSecrets>> read;
    if (global.secretsFile.isEmpty())
        return conductor::GivenSecrets();
    if (!read)
        read = readRunSecrets(global.secretsFile);
    return *read;
}

//! Where the options lead, as far as one can know it without a token.
Result<Destination> placeWithoutToken(const terminal::GlobalOptions& global)
{
    if (!global.profile.isEmpty())
        if (const auto profile = readProfile(global.profile); !profile)
            return profile.error();
    if (!global.sandboxFile.isEmpty())
        return await(destinationOf(global));
    const bool isWindows = global.trySandbox && global.store.isEmpty();
    return Destination{.store = isWindows ? windowSandboxStore() : global.store, .sandbox = global.trySandbox};
}

Result<std::unique_ptr<terminal::Session>> openSession(const terminal::GlobalOptions& global, terminal::OpenMode mode)
{
    using terminal::OpenMode;
    auto destination = mode == OpenMode::History ? placeWithoutToken(global) : await(destinationOf(global));
    // What is on the disk can be read without a token.
    const QString missing = destination ? QString() : destination.error().code;
    if (mode == OpenMode::Read && (missing == errc::githubNoToken || missing == errc::connectionNoSandbox))
        destination = placeWithoutToken(global);
    if (!destination)
        return destination.error();
    auto options = deskOptions(*destination, u"slipwayctl"_s);
    auto secrets = secretsOf(global);
    if (!secrets)
        return secrets.error();
    options.engine.secrets = std::move(*secrets);
    switch (mode) {
    case OpenMode::Read:
    case OpenMode::History:
        options.engine.refuseWrites =
            Error{.code = errc::storeReadOnly, .args = {{"file", options.engine.storePath.toStdString()}}};
        break;
    case OpenMode::Commands: options.engine.mode = conductor::Conductor::Mode::JournalOnly; break;
    case OpenMode::Drive:
    case OpenMode::Own: options.engine.mode = conductor::Conductor::Mode::Drive; break;
    }
    options.throughOwner = mode == OpenMode::Commands || mode == OpenMode::Drive;
    auto desk = desk::LocalDesk::open(std::move(options));
    if (!desk)
        return desk.error();
    return std::unique_ptr<terminal::Session>(std::make_unique<LocalSession>(std::move(*desk)));
}

int runSandbox(const QStringList& arguments)
{
    const auto fail = [](const Error& error) {
        std::fprintf(stderr, "slipwayctl sandbox: %s\n", qUtf8Printable(desk::oneLine(error)));
        return error.code == errc::usage ? 2 : 4;
    };
    const auto options = sandbox::parseSandboxArguments(arguments);
    if (!options)
        return fail(options.error());
    auto sandbox = sandbox::Sandbox::start(*options);
    if (!sandbox)
        return fail(sandbox.error());
    const QByteArray line = toBytes((*sandbox)->announcement()) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
    QEventLoop loop;
    terminal::Interrupts interrupts;
    QObject::connect(&interrupts, &terminal::Interrupts::interrupted, &loop, &QEventLoop::quit);
    loop.exec();
    return 0;
}

//! The store that is meant. A sandbox that cannot be found has one of its own: the real one is never taken in its place.
Result<QString> storeOf(const terminal::GlobalOptions& global)
{
    if (!global.store.isEmpty())
        return global.store;
    const auto destination = placeWithoutToken(global);
    if (!destination)
        return destination.error();
    return destination->store.isEmpty() ? journal::defaultStorePath() : destination->store;
}

Result<Json> verifyJournal(const terminal::GlobalOptions& global)
{
    const auto file = storeOf(global);
    if (!file)
        return file.error();
    const auto report = journal::verifyJournal(*file, steps::kindRules());
    if (!report)
        return report.error();
    QStringList problems;
    for (const auto& finding : report->findings) {
        const QString place =
            finding.run.isEmpty() ? QString() : u" (run %1, event %2)"_s.arg(finding.run).arg(finding.sequence);
        problems.append(journal::toText(finding.kind) + u": "_s + finding.text + place);
    }
    return Json{
        {"ok", report->isWhole()}, {"runs", report->runs}, {"events", report->events}, {"problems", toJson(problems)}};
}

Result<Json> rebuildJournal(const terminal::GlobalOptions& global, Clock& clock)
{
    const auto file = storeOf(global);
    if (!file)
        return file.error();
    auto store =
        journal::SqliteStore::open({.file = *file, .program = u"slipwayctl"_s, .kinds = &steps::kindRules()}, clock);
    if (!store)
        return store.error();
    const auto report = journal::rebuildViews(**store, steps::kindRules());
    if (!report)
        return report.error();
    if (const auto closed = await((*store)->closeCleanly()); !closed)
        return closed.error();
    return Json{{"ok", report->leftOut.isEmpty()}, {"runs", report->runs}, {"events", report->events},
        {"problems", toJson(report->leftOut)}};
}

Json backupJson(const journal::Backup& backup)
{
    return {{"file", toJson(backup.file)}, {"kind", toJson(journal::toText(backup.kind))},
        {"madeAt", toJson(backup.madeAt.toIso())}, {"bytes", backup.bytes}};
}

Result<Json> listBackups(const terminal::GlobalOptions& global)
{
    const auto store = storeOf(global);
    if (!store)
        return store.error();
    const auto backups = journal::backupsOf(*store);
    if (!backups)
        return backups.error();
    Json list = Json::array();
    for (const auto& backup : *backups)
        list.push_back(backupJson(backup));
    return list;
}

Result<Json> makeBackup(const terminal::GlobalOptions& global, Clock& clock)
{
    const auto store = storeOf(global);
    if (!store)
        return store.error();
    const auto backup = journal::makeBackup(*store, journal::Backup::Kind::Asked, clock);
    if (!backup)
        return backup.error();
    return backupJson(*backup);
}

Result<Json> restoreBackup(const terminal::GlobalOptions& global, const QString& file, Clock& clock)
{
    const auto store = storeOf(global);
    if (!store)
        return store.error();
    const auto report = journal::restoreBackup(*store, file, actorName(), steps::kindRules(), clock);
    if (!report)
        return report.error();
    return Json{
        {"ok", true}, {"replaced", toJson(report->replaced)}, {"runs", report->runs}, {"openRuns", report->openRuns}};
}

Result<std::shared_ptr<const Workflow>> validateWorkflow(const QString& file)
{
    const auto text = readFile(file, desk::largestWorkflow);
    if (!text)
        return text.error();
    return parseWorkflow(*text, file, steps::kindRules());
}

Result<QList<terminal::ReadRecord>> readRecordFile(const QString& file)
{
    constexpr qint64 most = 512LL * 1024 * 1024;
    QByteArray text;
    if (file == "-"_L1) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return Error{.code = errc::fileUnreadable, .args = {{"file", "standard input"}}};
        text = input.read(most);
    } else {
        auto read = readFile(file, most);
        if (!read)
            return read.error();
        text = std::move(*read);
    }
    QList<terminal::ReadRecord> records;
    for (auto& record : journal::readRecords(text))
        records.append({record.line, record.number, std::move(record.record)});
    return records;
}

} // namespace

terminal::Environment terminalEnvironment(Clock& clock, const QString& version)
{
    return {.clock = clock,
        .version = version,
        .open = openSession,
        .secrets = secretsOf,
        .askSecret = askSecret,
        .sandbox = runSandbox,
        .isSandboxOpen = [] { return windowSandbox().ok(); },
        .verifyJournal = verifyJournal,
        .rebuildJournal = [&clock](const terminal::GlobalOptions& global) { return rebuildJournal(global, clock); },
        .listBackups = listBackups,
        .makeBackup = [&clock](const terminal::GlobalOptions& global) { return makeBackup(global, clock); },
        .restoreBackup = [&clock](const terminal::GlobalOptions& global,
                             const QString& file) { return restoreBackup(global, file, clock); },
        .checkConnection = checkConnection,
        .addConnection = addConnection,
        .listConnections = listConnections,
        .removeConnection = removeConnection,
        .setCredential = setCredential,
        .listCredentials = listCredentials,
        .removeCredential = removeCredential,
        .readRecords = readRecordFile,
        .statusRecord = [](const Run& run) -> Result<Json> { return journal::statusRecord(run); },
        .hasStatusRecord =
            [](const Run& run) {
                const auto makesRepository = [](const auto& step) { return step.kind == "github.dispatch"_L1; };
                return run.workflow
                    && std::any_of(run.workflow->steps.begin(), run.workflow->steps.end(), makesRepository);
            },
        .validateWorkflow = validateWorkflow,
        .workflows = [](const terminal::GlobalOptions& global) -> Result<QList<std::shared_ptr<const Workflow>>> {
            auto session = openSession(global, terminal::OpenMode::Read);
            if (!session && session.error().code.startsWith("keychain."_L1))
                session = openSession(global, terminal::OpenMode::History);
            if (!session)
                return session.error();
            return (*session)->desk().workflowVersions();
        },
        .api = apiServing(clock)};
}

} // namespace slipway::app
