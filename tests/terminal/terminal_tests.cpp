// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "fake_desk.h"
#include "terminal/run_text.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::terminal;
using test::Bench;

namespace {

QStringList words(const QString& line) { return line.split(u' ', Qt::SkipEmptyParts); }

QStringList namesOf(const Json& object)
{
    QStringList names;
    for (const auto& [name, value] : object.items())
        names << toQString(name);
    return names;
}

bool holdsAll(const Json& object, const QStringList& names)
{
    const auto there = namesOf(object);
    return std::all_of(names.begin(), names.end(), [&](const QString& name) { return there.contains(name); });
}

Json workflowFailed()
{
    return toJson(Error{.code = errc::githubWorkflowFailed,
        .args = {{"workflow", "deploy"}, {"repository", "acme/infra"}, {"conclusion", "failure"},
            {"url", "https://github.com/acme/infra/actions/runs/7"}}});
}

//! raise has succeeded, watch has failed for good.
RunId failedRun(Bench& bench, const QString& subject)
{
    const auto id = bench.desk.start(subject);
    bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
    bench.desk.append(id, EventType::StepSucceeded, u"raise"_s,
        {{"outputs", {{"number", 12}, {"url", "https://github.com/acme/infra/pull/12"}}}});
    bench.desk.append(id, EventType::StepStarted, u"watch"_s, {{"by", "engine"}});
    bench.desk.append(id, EventType::StepFailed, u"watch"_s, {{"error", workflowFailed()}});
    return id;
}

} // namespace

class TerminalTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helpAndVersionNeedNoStore()
    {
        Bench bench;
        QCOMPARE(bench.run({u"--version"_s}), 0);
        QCOMPARE(bench.results, u"slipwayctl 1.2.3\n"_s);
        QCOMPARE(bench.run({u"--help"_s}), 0);
        QVERIFY(bench.results.contains(u"journal rebuild"_s));
        QCOMPARE(bench.run(words(u"advance --help"_s)), 0);
        QVERIFY(bench.results.contains(u"--unverified"_s));
        QCOMPARE(bench.run(words(u"workflow --help"_s)), 0);
        QVERIFY(bench.results.contains(u"workflow validate FILE"_s) && !bench.results.contains(u"journal"_s));
        QVERIFY(bench.opened.isEmpty());
    }

    void theStatusSaysWhoLetItGoOnAfterCrashes()
    {
        desk::StatusReport report;
        for (const auto& [who, why] :
            {std::pair{u"mia"_s, u"one"_s}, {u"mia"_s, u"two"_s}, {u"ann"_s, u"three"_s}, {u"joe"_s, QString()}})
            report.wentOn.append({.word = {.at = {1'700'000'000'000}, .actor = who, .reason = why},
                .crashes = QList<journal::Crash>(3)});
        const auto lines = statusText(report, {}).filter(u"Went on after crashes"_s);
        QCOMPARE(lines.size(), 3); // the newest
        QVERIFY2(lines[0].endsWith(u", mia, after 3 crashes: two"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(u", ann, after 3 crashes: three"_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].endsWith(u", joe, after 3 crashes"_s), qPrintable(lines[2]));
    }

    void theStatusSaysWhatIsTheMatterWithTheStoreAndWhoDrives()
    {
        desk::StatusReport report;
        report.status.owner = desk::OwnerGreeting{.program = u"slipwayctl"_s, .pid = 42};
        desk::say(report.status, {.error = Error{.code = errc::storeFull}, .since = Timestamp{1'700'000'000'000}});
        const QString text = statusText(report, {1'700'000'060'000}).join(u'\n');
        for (const auto& part :
            {u"slipwayctl, process 42"_s, u"The disk is full."_s, u"Make space on the disk."_s, u", 60 s ago"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        report.status.trouble.reset();
        report.status.troubleSince.reset();
        QVERIFY(!statusText(report, {}).join(u'\n').contains(u"Trouble"_s));
    }

    //! Not asked for each of thousands of records, which would each wait as long; and the file named is the store.
    void anImportEndsWhereTheStoreIsNotToBeHad()
    {
        Bench bench;
        bench.environment.readRecords = [](const QString&) -> Result<QList<ReadRecord>> {
            return QList<ReadRecord>{
                {.line = 1, .number = 1, .record = Json::object()}, {.line = 2, .number = 2, .record = Json::object()}};
        };
        bench.desk.m_startError = Error{.code = errc::storeOwned, .args = {{"file", "/x/store.db"}, {"pid", 7}}};
        QCOMPARE(bench.run(words(u"import records.jsonl --workflow make-thing"_s)), 3);
        QCOMPARE(bench.desk.m_commands.size(), 1);
        QVERIFY2(bench.diagnostics.contains(u"owns the store /x/store.db"_s), qPrintable(bench.diagnostics));
        QVERIFY(bench.results.contains(u"0 imported, 0 known before, 0 refused."_s));
        bench.desk.m_startError = Error{.code = errc::recordInvalid};
        std::ignore = bench.run(words(u"import records.jsonl --workflow make-thing"_s));
        QVERIFY(bench.results.contains(u"2 refused."_s));
        QVERIFY(bench.diagnostics.contains(u"records.jsonl"_s));
    }

    void aListOfNothingSaysWhereThereIsNoStore()
    {
        Bench bench;
        QCOMPARE(bench.run({u"list"_s}), 0);
        QVERIFY2(
            bench.diagnostics.contains(u"There is no store at /nowhere/store.db."_s), qPrintable(bench.diagnostics));
        const QTemporaryDir folder;
        bench.desk.m_status.storePath = folder.path();
        QCOMPARE(bench.run({u"list"_s}), 0);
        QVERIFY(bench.diagnostics.contains(u"There are no such runs."_s));
    }

    void aWrongChoiceIsToldTheRightOnes()
    {
        Bench bench;
        QCOMPARE(bench.run(words(u"create make-thing name=orders colour=blue"_s)), 2);
        QVERIFY2(bench.diagnostics.endsWith(u"\ncolour is one of red, green.\n"_s), qPrintable(bench.diagnostics));
        QCOMPARE(bench.run(words(u"create make-thing name=x"_s)), 2);
        QVERIFY(!bench.diagnostics.contains(u"is one of"_s));
    }

    //! Somebody tries the sandbox in the window, opens a terminal, and looks for her runs.
    void whoseWindowIsOnItsSandboxIsToldTheWayThere()
    {
        Bench bench;
        const QString way = u"slipwayctl --try-sandbox "_s;
        const auto says = [&](const QString& line) {
            std::ignore = bench.run(words(line));
            return bench.diagnostics.contains(way + words(line).first());
        };
        QVERIFY(!says(u"list"_s));
        bench.environment.isSandboxOpen = [] { return true; };
        QVERIFY2(says(u"list"_s), qPrintable(bench.diagnostics));
        QVERIFY2(says(u"show orders-api"_s), qPrintable(bench.diagnostics));
        QVERIFY2(says(u"follow orders-api"_s), qPrintable(bench.diagnostics));
        // Who names a way means it, and what is read by a program stays one object.
        QVERIFY(!says(u"list --store /x"_s) && !says(u"list --profile work"_s) && !says(u"list --sandbox x"_s));
        QVERIFY(!says(u"list --try-sandbox"_s));
        QVERIFY(!says(u"show orders-api --json"_s));
        bench.desk.start(u"orders-api"_s);
        QVERIFY(!says(u"list"_s));
    }

    void wrongUsageChangesNothingAndSaysWhat()
    {
        Bench bench;
        QCOMPARE(bench.run({u"creat"_s}), 2);
        QVERIFY(bench.results.isEmpty());
        QCOMPARE(bench.diagnostics.section(u'\n', 0, 0), u"slipwayctl: There is no command “creat”."_s);
        QCOMPARE(bench.diagnostics.section(u'\n', 1), u"  Did you mean “create”?\n"_s);
        QCOMPARE(bench.run(words(u"--json creat"_s)), 2);
        const auto told = parseJson(bench.diagnostics.toUtf8());
        QVERIFY(told.ok());
        QCOMPARE(textAt(memberAt(*told, "error"), "code"), errc::usage);
        QVERIFY(bench.opened.isEmpty());
    }

    void createStartsARunAndPrintsItsId()
    {
        Bench bench;
        QCOMPARE(bench.run(words(u"create make-thing name=orders size=3 --profile p"_s)), 0);
        QCOMPARE(bench.opened, QList<OpenMode>{OpenMode::Commands});
        QCOMPARE(bench.options[0].profile, u"p"_s);
        const RunId id(bench.results.trimmed());
        QCOMPARE(bench.desk.stored(id).subject, u"orders"_s);
        QVERIFY(bench.desk.stored(id).inputs["size"] == Json(3));
        QCOMPARE(bench.closed, 1);
        QCOMPARE(bench.run(words(u"--json create make-thing name=other"_s)), 0);
        QCOMPARE(bench.desk.stored(RunId(textAt(bench.jsonLines().value(0), "id"))).subject, u"other"_s);
    }

    void badInputsAreToldAllAtOnceAndNothingStarts()
    {
        Bench bench;
        QCOMPARE(bench.run(words(u"create make-thing name=Ab9 sise=1"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"Lower-case letters and hyphens."_s));
        QVERIFY(bench.diagnostics.contains(u"The workflow has no input named sise."_s));
        QVERIFY(bench.diagnostics.contains(u"No run was started."_s));
        QCOMPARE(bench.run(words(u"create make-thing"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"The input name is missing."_s));
        QCOMPARE(bench.run(words(u"create make-thing name"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"KEY=VALUE"_s));
        QCOMPARE(bench.run(words(u"create make-thing name=a-b name=c-d"_s)), 2);
        QCOMPARE(bench.run(words(u"create make-thong name=orders"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"make-thing"_s));
        QCOMPARE(bench.desk.count(), 0);
    }

    void whatThePresentStateForbidsStartsNothing_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("name taken") << errc::nameTaken << 3;
        QTest::newRow("team unknown") << errc::teamUnknown << 2;
        QTest::newRow("file of another shape") << errc::editShape << 3;
        QTest::newRow("limits") << errc::githubRateLimited << 4;
        QTest::newRow("preview out of date") << errc::previewStale << 3;
    }
    void whatThePresentStateForbidsStartsNothing()
    {
        QFETCH(QString, code);
        Bench bench;
        bench.desk.m_startError = Error{.code = code};
        QTEST(bench.run(words(u"create make-thing name=orders"_s)), "status");
        QCOMPARE(bench.desk.count(), 0);
        QVERIFY(bench.diagnostics.contains(u"No run was started."_s));
        QCOMPARE(bench.desk.m_previews, 0); // the start reads for itself: read here it would be read twice
    }

    //! The owner has it, and has not said in time what came of it.
    void aStartWithoutAnAnswerIsNotSaidToBeNone()
    {
        Bench bench;
        bench.desk.m_startError = Error{.code = errc::storeOwned, .args = {{"file", "x"}}};
        QVERIFY(bench.run(words(u"create make-thing name=orders"_s)) != 0);
        QVERIFY(!bench.diagnostics.contains(u"No run was started."_s));
        QVERIFY(bench.diagnostics.contains(u"may still be started"_s));
    }

    void withoutConnectionNoRunIsStarted()
    {
        Bench bench;
        bench.desk.m_startError = Error{.code = errc::networkUnreachable, .args = {{"host", "api.github.com"}}};
        QCOMPARE(bench.run(words(u"create make-thing name=orders"_s)), 4);
        QCOMPARE(bench.desk.count(), 0);
        QVERIFY(bench.diagnostics.contains(u"api.github.com cannot be reached."_s));
    }

    void whatWasPreviewedGoesWithTheStart()
    {
        Bench bench;
        bench.desk.m_preview.token = u"12345678.9abcdef0"_s;
        QCOMPARE(bench.run(words(u"create make-thing name=orders --dry-run"_s)), 0);
        QVERIFY(bench.diagnostics.contains(u"--preview 12345678.9abcdef0"_s));
        QCOMPARE(bench.run(words(u"create make-thing name=orders --preview 12345678.9abcdef0"_s)), 0);
        QCOMPARE(std::get<StartRun>(bench.desk.m_commands.last()).previewed, u"12345678.9abcdef0"_s);
        bench.desk.m_startError = Error{.code = errc::previewStale, .args = {{"repositories", {"acme/infra"}}}};
        QCOMPARE(bench.run(words(u"create make-thing name=other --preview 12345678.9abcdef0"_s)), 3);
        QVERIFY(bench.diagnostics.contains(u"acme/infra"_s));
    }

    void dryRunPrintsTheDiffsAndStartsNothing()
    {
        Bench bench;
        desk::PreviewStep step{.step = StepId(u"raise"_s),
            .lane = u"infra"_s,
            .kind = u"github.pull-request"_s,
            .title = u"Raise"_s,
            .repository = u"acme/infra"_s,
            .base = u"main"_s,
            .branch = u"add-orders"_s,
            .pullRequestTitle = u"Add orders"_s,
            .raisesPullRequest = true};
        step.files = {{.path = u"a.json"_s, .diff = u"@@ -1 +1 @@\n-old\n+new\n"_s, .added = 1, .removed = 1}};
        bench.desk.m_preview.steps = {step};
        QCOMPARE(bench.run(words(u"create make-thing name=orders --dry-run"_s)), 0);
        QCOMPARE(bench.opened, QList<OpenMode>{OpenMode::Read});
        QVERIFY(bench.results.contains(u"\n-old\n+new\n"_s));
        QVERIFY(bench.results.contains(u"a.json  +1 -1"_s));
        QCOMPARE(bench.desk.count(), 0);
        QCOMPARE(bench.run(words(u"create make-thing name=orders --dry-run --json"_s)), 0);
        const auto json = bench.jsonLines().value(0);
        QCOMPARE(textAt(json["steps"][0]["files"][0], "diff"), u"@@ -1 +1 @@\n-old\n+new\n"_s);
        QVERIFY(flagAt(json, "complete"));
        bench.desk.m_preview.steps[0].error = Error{.code = errc::editShape};
        QCOMPARE(bench.run(words(u"create make-thing name=orders --dry-run"_s)), 3);
    }

    void showHasTheShapeOfTheContract()
    {
        Bench bench;
        const auto id = failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"show orders --json"_s)), 0);
        const auto json = bench.jsonLines().value(0);
        QVERIFY(holdsAll(json,
            {u"id"_s, u"workflow"_s, u"subject"_s, u"state"_s, u"startedAt"_s, u"endedAt"_s, u"inputs"_s, u"sequence"_s,
                u"steps"_s}));
        QCOMPARE(textAt(json, "id"), id.text());
        QCOMPARE(textAt(json, "workflow"), u"make-thing"_s);
        QCOMPARE(textAt(json, "state"), u"failed"_s);
        QVERIFY(Timestamp::fromIso(textAt(json, "startedAt")) && textAt(json, "startedAt").endsWith(u'Z'));
        QVERIFY(json["endedAt"].is_null());
        const Json& watch = json["steps"][1];
        QVERIFY(holdsAll(watch,
            {u"id"_s, u"lane"_s, u"kind"_s, u"title"_s, u"state"_s, u"retryAt"_s, u"stuck"_s, u"needsYou"_s, u"needs"_s,
                u"attempts"_s, u"outputs"_s, u"error"_s, u"startedAt"_s, u"endedAt"_s, u"usualSeconds"_s, u"links"_s}));
        QCOMPARE(textAt(watch, "state"), u"failed"_s);
        QCOMPARE(textAt(watch, "lane"), u"infra"_s);
        QCOMPARE(textAt(watch, "laneTitle"), u"acme/infra"_s);
        QVERIFY(watch["needs"] == Json::array({"raise"}));
        QVERIFY(watch["stuck"] == Json(false));
        QVERIFY(holdsAll(watch["attempts"][0],
            {u"number"_s, u"purpose"_s, u"startedAt"_s, u"endedAt"_s, u"state"_s, u"effects"_s, u"error"_s}));
        QVERIFY(holdsAll(watch["error"], {u"code"_s, u"what"_s, u"why"_s, u"remedy"_s, u"details"_s}));
        QCOMPARE(textAt(watch["links"][0], "url"), u"https://github.com/acme/infra/actions/runs/7"_s);
        QVERIFY(json["steps"][0]["outputs"]["number"] == Json(12));
    }

    void showTellsPeopleTheSame()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"show orders"_s)), 0);
        for (const auto& expected : {u"orders  Make a thing  Failed"_s, u"acme/infra"_s, u"Failed: workflow failed"_s,
                 u"What happened: The workflow deploy in acme/infra failed."_s, u"What to do:"_s,
                 u"https://github.com/acme/infra/pull/12"_s, u"Planned"_s})
            QVERIFY2(bench.results.contains(expected), qPrintable(bench.results));
        QVERIFY(!bench.results.contains(u'\x1b'));
    }

    void coloursAddNothingToTheWords()
    {
        Bench plain, coloured(true);
        for (auto* bench : {&plain, &coloured}) {
            failedRun(*bench, u"orders"_s);
            QCOMPARE(bench->run(words(u"workflow show make-thing"_s)), 0);
        }
        QVERIFY(coloured.results.contains(u"\x1b[1m"_s));
        QString stripped = coloured.results;
        stripped.remove(QRegularExpression(u"\x1b\\[[0-9]*m"_s));
        QCOMPARE(stripped, plain.results);
    }

    void aProxysPasswordNeedsItsProxy()
    {
        for (const QString& line :
            {u"connection add work --proxy-user mia"_s, u"connection add work --proxy-password-file f"_s,
                u"connection add work --proxy-user mia --proxy none"_s}) {
            Bench bench;
            QCOMPARE(bench.run(words(line)), 2);
            QVERIFY2(bench.diagnostics.contains(u"Name the proxy, too."_s), qPrintable(bench.diagnostics));
        }
    }

    void textFromOutsideCannotSteerTheTerminal()
    {
        Bench bench(true);
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.append(
            id, EventType::NoteAdded, {}, {{"text", "evil \x1b[2J\x1b]0;title\x07 \xe2\x80\xae\xe2\x80\x8b note"}});
        QCOMPARE(bench.run(words(u"show orders"_s)), 0);
        QVERIFY(bench.results.contains(u"evil"_s));
        QVERIFY(!bench.results.contains(u"\x1b[2J"_s) && !bench.results.contains(u"\x1b]"_s)
            && !bench.results.contains(QChar(0x202E)) && !bench.results.contains(QChar(0x200B)));
    }

    void listFiltersAndStreams()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        bench.desk.start(u"basket"_s);
        QCOMPARE(bench.run(words(u"list"_s)), 0);
        QCOMPARE(bench.results.count(u'\n'), 3);
        QVERIFY(bench.results.indexOf(u"basket"_s) < bench.results.indexOf(u"orders"_s));
        QCOMPARE(bench.run(words(u"list --state failed --json"_s)), 0);
        QCOMPARE(bench.jsonLines().size(), 1);
        QCOMPARE(textAt(bench.jsonLines()[0], "subject"), u"orders"_s);
        QCOMPARE(bench.run(words(u"list --search bask --json"_s)), 0);
        QCOMPARE(textAt(bench.jsonLines().value(0), "subject"), u"basket"_s);
        QCOMPARE(bench.run(words(u"list --state lost"_s)), 2);
        QVERIFY2(bench.diagnostics.contains(u"stuck, needs-you, failed"_s), qPrintable(bench.diagnostics));
        QVERIFY(bench.run(words(u"list --help"_s)) == 0 && bench.results.contains(u"needs-you"_s));
        // The column's words and the JSON's.
        for (const char* state :
            {"done", "Done", "succeeded", "needs-you", "needsYou", "stuck", "open", "cancelled", "undone"})
            QVERIFY2(bench.run({u"list"_s, u"--state"_s, QString::fromLatin1(state)}) == 0, state);
    }

    void whatWasTakenBackIsNoSuccess()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
        bench.desk.append(id, EventType::StepSucceeded, u"raise"_s, {{"outputs", {{"number", 12}}}});
        bench.desk.append(id, EventType::UndoRequested, {}, {{"steps", {"raise"}}});
        bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}, {"purpose", "undo"}}, 2);
        bench.desk.append(id, EventType::StepUndone, u"raise"_s, {{"note", "undone"}, {"purpose", "undo"}}, 2);
        QCOMPARE(bench.run(words(u"show orders"_s)), 0);
        QVERIFY2(bench.results.contains(QRegularExpression(u"Attempt 1 at .*: succeeded\\n"_s))
                && bench.results.contains(QRegularExpression(u"Attempt 2 at .*: undone\\n"_s)),
            qPrintable(bench.results));
    }

    void eventsAreTheJournal()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"events orders --json"_s)), 0);
        const auto lines = bench.jsonLines();
        QCOMPARE(lines.size(), 5);
        QVERIFY(holdsAll(lines[4],
            {u"run"_s, u"sequence"_s, u"at"_s, u"actor"_s, u"type"_s, u"step"_s, u"purpose"_s, u"attempt"_s,
                u"data"_s}));
        QVERIFY(textAt(lines[4]["data"]["error"], "what").startsWith(u"The workflow deploy"_s));
        QCOMPARE(bench.run(words(u"events orders --since 4"_s)), 0);
        QCOMPARE(bench.results.count(u'\n'), 1);
        QVERIFY(bench.results.contains(u"Failed: The workflow deploy"_s));
        QCOMPARE(bench.run(words(u"events orders --since x"_s)), 2);
        QCOMPARE(bench.run(words(u"events nobody"_s)), 2);
    }

    void retryAppliesToWhatFailed()
    {
        Bench bench;
        const auto id = failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"retry orders --reason mended"_s)), 0);
        QVERIFY(bench.results.contains(u"orders: what failed is tried again."_s));
        QCOMPARE(bench.desk.stored(id).step(StepId(u"watch"_s))->state, StepState::Planned);
        QCOMPARE(bench.run(words(u"retry orders"_s)), 3);
        QVERIFY(bench.diagnostics.contains(u"“Retry” does not apply now."_s));
        QVERIFY(bench.diagnostics.contains(u"No step of the run has failed."_s));
    }

    void retryFromTakesTheFailedStepOrTheNamedOne()
    {
        Bench bench;
        const auto id = failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"retry orders raise --from --json"_s)), 0);
        QVERIFY(bench.jsonLines().value(0)["sequence"] == Json(6));
        QCOMPARE(bench.desk.stored(id).step(StepId(u"raise"_s))->state, StepState::Planned);
        failedRun(bench, u"basket"_s);
        QCOMPARE(bench.run(words(u"retry basket --from"_s)), 0);
        QCOMPARE(std::get<RetryFrom>(bench.desk.m_commands.last()).step, StepId(u"watch"_s));
        QCOMPARE(bench.run(words(u"retry basket --from"_s)), 2);
    }

    //! What is done anew takes no secrets along: they would be lost, and nobody would know.
    void retryFromRefusesSecretsThatGoNowhere()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        bench.environment.secrets = [](const GlobalOptions&) -> Result<QHash<QString, Secret>> {
            return QHash<QString, Secret>{{u"password"_s, Secret("canary-7")}};
        };
        const auto before = bench.desk.m_commands.size();
        QCOMPARE(bench.run(words(u"retry orders raise --from --secrets /given"_s)), 2);
        QVERIFY2(bench.diagnostics.contains(u"--from takes no --secrets"_s), qPrintable(bench.diagnostics));
        QCOMPARE(bench.desk.m_commands.size(), before);
        QCOMPARE(bench.run(words(u"retry orders watch --secrets /given"_s)), 0);
        QCOMPARE(std::get<RetryStep>(bench.desk.m_commands.last()).secrets.value(u"inputs.password"_s).reveal(),
            QByteArray("canary-7"));
    }

    void aWrongStepIsToldWithTheNearest()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"retry orders wach"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"The run has no step called wach."_s));
        QVERIFY(bench.diagnostics.contains(u"watch"_s));
    }

    void advanceNeedsAReasonAndTakesOutputs()
    {
        Bench bench;
        const auto id = failedRun(bench, u"orders"_s);
        QCOMPARE(bench.run(words(u"advance orders watch"_s)), 2);
        QVERIFY(bench.diagnostics.contains(u"needs a reason"_s));
        QCOMPARE(
            bench.run({u"advance"_s, u"orders"_s, u"watch"_s, u"--reason"_s, u"seen on GitHub"_s, u"--output"_s,
                u"number=7"_s, u"--output"_s, u"sha=1234567890123456789012345678901234567890"_s, u"--unverified"_s}),
            0);
        const Run run = bench.desk.stored(id);
        const auto* watch = run.step(StepId(u"watch"_s));
        QCOMPARE(watch->state, StepState::Advanced);
        QVERIFY(watch->outputs["number"] == Json(7));
        QVERIFY(watch->outputs["sha"].is_string());
        QVERIFY(!watch->verified);
        QCOMPARE(bench.run({u"skip"_s, u"orders"_s, u"raise"_s, u"--reason"_s, u"no"_s}), 3);
        QVERIFY(bench.diagnostics.contains(u"does not allow this step to be skipped"_s));
        QCOMPARE(bench.run({u"skip"_s, u"orders"_s, u"tell"_s, u"--reason"_s, u"no portal"_s}), 0);
        QCOMPARE(bench.desk.stored(id).state, RunState::Succeeded);
    }

    void whatBecameOfARequestIsAnsweredAlsoWhenTheRunWasCancelled()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
        bench.desk.append(id, EventType::EffectIntended, u"raise"_s, {{"effect", "e"}, {"name", "createPullRequest"}});
        bench.desk.append(id, EventType::EffectUnknown, u"raise"_s, {{"effect", "e"}});
        QCOMPARE(bench.run(words(u"answer orders raise happened"_s)), 3); // it is still looked up
        bench.desk.append(id, EventType::RunCancelled, {}, Json::object());
        QCOMPARE(bench.run(words(u"answer orders raise perhaps"_s)), 2);
        QCOMPARE(bench.run(words(u"answer orders raise happened"_s)), 0);
        const Run run = bench.desk.stored(id);
        QVERIFY(!run.step(StepId(u"raise"_s))->openEffect());
        const auto resolve = std::get<ResolveEffect>(bench.desk.m_commands.last());
        QVERIFY(resolve.happened && resolve.step == StepId(u"raise"_s));
    }

    void pauseResumeNoteAndCancel()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        QCOMPARE(bench.run(words(u"resume orders"_s)), 3);
        QCOMPARE(bench.run(words(u"pause orders --reason lunch"_s)), 0);
        QVERIFY(bench.desk.stored(id).pause);
        QCOMPARE(bench.run(words(u"resume orders"_s)), 0);
        QVERIFY(!bench.desk.stored(id).pause);
        QCOMPARE(bench.run({u"note"_s, u"orders"_s, u"two words"_s}), 0);
        QCOMPARE(bench.desk.stored(id).notes.value(0).text, u"two words"_s);
        QCOMPARE(bench.run(words(u"cancel orders"_s)), 0);
        QCOMPARE(bench.desk.stored(id).state, RunState::Cancelled);
        QCOMPARE(bench.run(words(u"cancel orders"_s)), 3);
        QVERIFY(bench.diagnostics.contains(u"The run has ended."_s));
    }

    void lookPicksThePlannedRetryOrTheWait()
    {
        Bench bench;
        const auto id = bench.desk.start(u"orders"_s);
        bench.desk.append(id, EventType::StepStarted, u"raise"_s, {{"by", "engine"}});
        bench.desk.append(id, EventType::StepWaiting, u"raise"_s, {{"for", "checks"}});
        QCOMPARE(bench.run(words(u"look orders"_s)), 0);
        QVERIFY(std::holds_alternative<LookNow>(bench.desk.m_commands.last()));
        bench.desk.append(id, EventType::StepFailed, u"raise"_s,
            {{"error", workflowFailed()}, {"retryAt", bench.clock.now().ms + 60'000}});
        QCOMPARE(bench.run(words(u"look orders raise"_s)), 0);
        QVERIFY(std::holds_alternative<RetryNow>(bench.desk.m_commands.last()));
        QVERIFY(!bench.desk.stored(id).step(StepId(u"raise"_s))->retryAt);
    }

    void anOwnedStoreRefusesCommandsButIsRead()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        bench.openError = Error{.code = errc::storeOwned, .args = {{"pid", 42}, {"program", "slipway"}}};
        QCOMPARE(bench.run(words(u"retry orders"_s)), 3);
        QVERIFY(bench.diagnostics.contains(u"The process 42 (slipway) drives its runs."_s));
        QCOMPARE(bench.run(words(u"show orders"_s)), 0);
        QCOMPARE(bench.run(words(u"undo orders --dry-run"_s)), 0);
        QVERIFY2(bench.results.contains(u"what the journal believes"_s), qPrintable(bench.results));
        bench.openError = Error{.code = errc::storeUnwritable};
        QCOMPARE(bench.run(words(u"cancel orders"_s)), 5);
    }

    void anUndoIsToldByWhatIsThereNow()
    {
        Bench bench;
        const auto id = failedRun(bench, u"orders"_s);
        const StepId raise(u"raise"_s);
        desk::UndoPlan plan{.run = id,
            .steps = {{.step = raise, .title = u"Raise"_s, .summary = u"Proposes a pull request that reverts #12."_s}},
            .now = {{raise,
                {.deed = desk::UndoNow::Deed::Proposes,
                    .service = u"#12 merged"_s,
                    .journal = u"#12 open"_s,
                    .differs = true}}},
            .service = u"GitHub"_s,
            .headline = u"GitHub shows something else."_s};
        const QString text = undoText(plan, bench.desk.stored(id)).join(u'\n');
        for (const QString& said : {u"GitHub shows something else."_s, u"that reverts #12."_s,
                 u"GitHub: #12 merged. The journal has: #12 open. DIFFERS"_s})
            QVERIFY2(text.contains(said), qPrintable(text));
    }

    void recordsAreJson()
    {
        Bench bench;
        failedRun(bench, u"orders"_s);
        bench.desk.start(u"basket"_s);
        QCOMPARE(bench.run(words(u"record orders"_s)), 0);
        QCOMPARE(textAt(*parseJson(bench.results.toUtf8()), "repositoryName"), u"orders"_s);
        QCOMPARE(bench.run(words(u"export"_s)), 0);
        QCOMPARE(bench.jsonLines().size(), 2);
        QCOMPARE(bench.run(words(u"export orders"_s)), 0);
        QCOMPARE(bench.jsonLines().size(), 1);
        QCOMPARE(bench.run(words(u"record nobody"_s)), 2);
    }

    void workflowsAreListedShownAndValidated()
    {
        Bench bench;
        QCOMPARE(bench.run(words(u"workflow list"_s)), 0);
        QVERIFY(bench.results.contains(u"make-thing  version 3  3 steps  Make a thing"_s));
        QCOMPARE(bench.run(words(u"workflow show make-thing"_s)), 0);
        QVERIFY(bench.results.contains(u"after raise"_s));
        QVERIFY2(bench.results.simplified().contains(u"Colour red, green"_s),
            qPrintable(bench.results)); // and no reference to them
        QCOMPARE(bench.run(words(u"workflow show other"_s)), 2);
        QCOMPARE(bench.run(words(u"workflow validate good.json"_s)), 0);
        QCOMPARE(bench.run(words(u"workflow validate bad.json"_s)), 2);
        QVERIFY(bench.diagnostics.startsWith(u"bad.json: /steps/0/kind: The kind is unknown."_s));
        QVERIFY(bench.opened.isEmpty());
    }

    void reportsOfTheMachine()
    {
        Bench bench;
        QCOMPARE(bench.run(words(u"journal verify"_s)), 5);
        QVERIFY(bench.results.contains(u"a hash differs"_s));
        QCOMPARE(bench.run(words(u"journal rebuild --json"_s)), 0);
        QVERIFY(bench.jsonLines().value(0)["runs"] == Json(2));
        QCOMPARE(bench.run(words(u"connection check"_s)), 4);
        QVERIFY(bench.results.contains(u"workflow"_s));
        QCOMPARE(bench.run(words(u"sandbox --speed 10"_s)), 7);
        QCOMPARE(bench.sandboxArguments, (QStringList{u"--speed"_s, u"10"_s}));
    }
};

QTEST_GUILESS_MAIN(TerminalTests)
#include "terminal_tests.moc"
