// SPDX-License-Identifier: GPL-3.0-or-later
// What can be started: its map, what it does, importing one; taking in records; and a secret that is given again.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "console/command_runner.h"
#include "console/jobs.h"
#include "console/record_import_dialog.h"
#include "console/secret_dialog.h"
#include "console/translation.h"
#include "console/workflows_dialog.h"
#include "desk/consent.h"
#include "desk/stuck_cause.h"
#include "desk/workflow_shelf.h"
#include "fake_desk.h"
#include "steps/kinds.h"
#include "workflow/secrets.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

const QByteArray canary = "canary-Pa55word-2b7c";

std::shared_ptr<const Workflow> another(const Workflow& workflow, int version)
{
    auto copy = std::make_shared<Workflow>(workflow);
    copy->version = version;
    copy->source["version"] = version;
    return copy;
}

//! Sends a password to a host of its own, and once at most.
std::shared_ptr<const Workflow> sendingWorkflow()
{
    auto workflow = std::make_shared<Workflow>();
    workflow->id = u"sender"_s;
    workflow->title = u"Sends something"_s;
    workflow->settings.append(
        {.id = u"base"_s, .type = SettingType::Url, .title = u"Base"_s, .defaultValue = "https://pay.example"});
    workflow->inputs.append({.id = u"password"_s, .type = InputType::Secret, .title = u"Password"_s});
    workflow->lanes.append({.id = u"one"_s, .title = u"One"_s});
    const auto step = [&](const char* id, Json with, QList<StepId> needs) {
        workflow->steps.append({.id = StepId(QString::fromLatin1(id)),
            .lane = u"one"_s,
            .kind = u"http.request"_s,
            .title = QString::fromLatin1(id),
            .needs = std::move(needs),
            .with = std::move(with)});
    };
    step("first",
        {{"method", "POST"}, {"url", "{{ settings.base }}/users"}, {"effect", "none"},
            {"body", {{"password", "{{ inputs.password }}"}}}},
        {});
    step("second",
        {{"method", "POST"}, {"url", "https://{{ inputs.host }}/x"}, {"effect", "natural key"},
            {"credential", "writer"},
            {"undo", {{"method", "DELETE"}, {"url", "https://undo.example/y"}, {"credential", "writer"}}}},
        {StepId(u"first"_s)});
    step("third", {{"method", "GET"}, {"url", "https://third.example/"}}, {StepId(u"first"_s)});
    return workflow;
}

//! Imports into a list.
class ImportingDesk : public FakeDesk {
public:
    using FakeDesk::FakeDesk;
    QList<std::shared_ptr<const Workflow>> all;
    std::shared_ptr<const Workflow> inFile;
    std::optional<Error> importError;
    bool holdsImport = false;
    std::vector<std::pair<std::shared_ptr<const Workflow>, QPromise<Result<void>>>> held;
    QHash<QString, Error> recordErrors; //!< by repositoryName
    QStringList records;

    QList<std::shared_ptr<const Workflow>> workflowVersions() const override { return all; }
    QFuture<Result<std::shared_ptr<const Workflow>>> readWorkflow(const QString&) const override
    {
        using Read = Result<std::shared_ptr<const Workflow>>;
        return QtFuture::makeReadyFuture(inFile ? Read(inFile) : Read(Error{.code = errc::workflowInvalid}));
    }
    QFuture<Result<void>> importWorkflow(std::shared_ptr<const Workflow> workflow) override
    {
        if (importError)
            return QtFuture::makeReadyFuture(Result<void>(*importError));
        if (holdsImport) {
            held.emplace_back(workflow, QPromise<Result<void>>());
            held.back().second.start();
            return held.back().second.future();
        }
        all.prepend(workflow);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    using Desk::submit;
    QFuture<Result<desk::Receipt>> submit(const desk::Order& order) override
    {
        const auto* start = std::get_if<StartRun>(&order.command);
        if (!start || start->record.is_null())
            return FakeDesk::submit(order);
        const QString name = textAt(start->record, "repositoryName");
        records << name;
        if (const auto refused = recordErrors.constFind(name); refused != recordErrors.constEnd())
            return QtFuture::makeReadyFuture(Result<desk::Receipt>(*refused));
        return QtFuture::makeReadyFuture(Result<desk::Receipt>(desk::Receipt{RunId(name), 1}));
    }
};

} // namespace

class WorkflowsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void consentNamesHostsSecretsAndEffects()
    {
        const auto consent = desk::consentOf(*sendingWorkflow());
        QCOMPARE(consent.hosts,
            QStringList({u"pay.example"_s, u"https://{{ inputs.host }}"_s, u"undo.example"_s, u"third.example"_s}));
        QCOMPARE(consent.secrets.size(), 1);
        QCOMPARE(consent.secrets.first().name, u"Password"_s);
        QCOMPARE(consent.secrets.first().hosts, QStringList{u"pay.example"_s});
        QCOMPARE(consent.credentials.size(), 1);
        QCOMPARE(consent.credentials.first().name, u"writer"_s);
        QCOMPARE(consent.credentials.first().hosts, QStringList({u"https://{{ inputs.host }}"_s, u"undo.example"_s}));
        QCOMPARE(consent.effects.size(), 2); // the third only reads
        QVERIFY(consent.effects[0].words.contains(u"once at most"_s));
        QVERIFY(!consent.effects[0].canBeTakenBack);
        QVERIFY(consent.effects[1].canBeTakenBack);
    }

    //! Nobody hides where a request goes by giving the address another name.
    void consentSeesThroughNames_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char* name, const char* url, const char* told, const char* andThen = "") {
            QStringList all{QString::fromLatin1(told), QString::fromLatin1(andThen)};
            all.removeAll(QString());
            QTest::newRow(name) << QString::fromLatin1(url) << all;
        };
        row("a let", "{{ base }}/x", "evil.example");
        row("a let of a let", "{{ deeper }}/x", "evil.example");
        row("a member of a let", "{{ hosts.one }}/x", "first.example");
        row("a choice", "{{ hosts[inputs.which] }}/x", "first.example", "second.example");
        row("a choice of names", "https://{{ names[inputs.which] }}.example/x", "a.example", "b.example");
        row("a let over inputs", "{{ open }}/x", "https://{{ inputs.host }}.evil.example");
        row("a setting", "{{settings.base}}/x", "pay.example");
        row("an empty setting", "{{ settings.portal }}/x/{{ inputs.name }}",
            "{{ settings.portal }}/x/{{ inputs.name }}");
        row("no scheme", "evil.example/x", "evil.example/x");
        row("no host", "https:/x", "https:/x");
        row("behind a name", "https://{{ inputs.a }}.{{ inputs.b }}.evil.example/x",
            "https://{{ inputs.a }}.{{ inputs.b }}.evil.example");
    }
    void consentSeesThroughNames()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, told);
        Workflow workflow = *sendingWorkflow();
        workflow.settings.append(
            {.id = u"portal"_s, .type = SettingType::Url, .title = u"Portal"_s, .defaultValue = ""});
        workflow.lets = {{"base", "https://evil.example"}, {"deeper", "{{ base }}/y"},
            {"hosts", {{"one", "https://first.example"}, {"two", "https://second.example"}}}, {"names", {"a", "b"}},
            {"open", "https://{{ inputs.host }}.evil.example"}, {"password", "{{ inputs.password }}"}};
        workflow.steps.erase(workflow.steps.begin() + 1, workflow.steps.end());
        workflow.steps[0].with["url"] = url.toStdString();
        workflow.steps[0].with["body"] = "{{ password }}";
        const auto consent = desk::consentOf(workflow);
        QCOMPARE(consent.hosts, told);
        QCOMPARE(consent.secrets.first().hosts, told);
    }

    void aFileIsImportedByAWordOnly()
    {
        ManualClock clock;
        ImportingDesk desk(clock);
        desk.all = desk.workflows();
        desk.inFile = another(*desk.all.first(), 7);
        const auto before = desk.all.size();
        WorkflowsDialog dialog(desk, clock, nullptr, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* list = dialog.findChild<QTreeWidget*>(u"workflowList"_s);
        auto* import = dialog.findChild<QPushButton*>(u"importWorkflow"_s);
        auto* steps = dialog.findChild<QTreeWidget*>(u"workflowSteps"_s);
        auto* consent = dialog.findChild<QTreeWidget*>(u"workflowConsent"_s);
        QCOMPARE(list->topLevelItemCount(), before);
        QVERIFY(!import->isEnabled());
        // Whoever does not see it is told what the pages are of.
        for (const QWidget* part : dialog.findChildren<QWidget*>())
            if (part->parentWidget()->inherits("QSplitter") && part->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!part->accessibleName().isEmpty(), qPrintable(part->objectName()));
        dialog.openFile(u"any.json"_s);
        QTRY_COMPARE(list->topLevelItemCount(), before + 1);
        QCOMPARE(steps->topLevelItemCount(), desk.inFile->steps.size());
        QVERIFY(consent->topLevelItemCount() > 1);
        QCOMPARE(desk.all.size(), before); // shown, and no more
        QVERIFY(import->isEnabled());
        desk.importError = Error{.code = errc::usage, .args = {{"text", "That version is known."}}};
        import->click();
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(desk.all.size(), before);
        desk.importError.reset();
        import->click();
        QTRY_COMPARE(desk.all.size(), before + 1);
        QTRY_VERIFY(!import->isEnabled());
        QCOMPARE(list->topLevelItemCount(), before + 1);
        QCOMPARE(list->currentItem()->text(1), u"7"_s);
    }

    //! What is said to be imported is offered, and what could not be read again is not taken.
    void whatIsTooLargeToBeOfferedIsNotImported()
    {
        const QTemporaryDir folder;
        const desk::WorkflowShelf shelf(folder.filePath(u"store.db"_s), steps::kindRules());
        const auto shipped = shelf.all().size();
        const auto with = [](const char* id, qint64 size) {
            Json source{{"id", id}, {"version", 1}, {"title", "Large"}, {"subject", "{{ inputs.name }}"},
                {"inputs", Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}}})},
                {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})},
                {"steps",
                    Json::array({{{"id", "ask"}, {"lane", "one"}, {"kind", "gate"}, {"title", "Ask"},
                        {"with", {{"message", ""}}}}})}};
            const auto rest = size_t(size - toBytes(source).size() - 1); // a line's end follows
            source["steps"][0]["with"]["message"] = std::string(rest, 'x');
            return parseWorkflow(toBytes(source), QString::fromLatin1(id), steps::kindRules());
        };
        const auto largest = with("largest", desk::largestWorkflow), tooLarge = with("too", desk::largestWorkflow + 1);
        QVERIFY(largest.ok() && tooLarge.ok());
        QVERIFY(shelf.add(**largest).ok());
        QCOMPARE(shelf.all().size(), shipped + 1);
        const auto refused = shelf.add(**tooLarge);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, errc::usage);
        QCOMPARE(shelf.all().size(), shipped + 1);
    }

    //! A copy of the store is looked at, or the store is another's: nothing is put beside it.
    void withoutTheStoreNothingIsImported()
    {
        ManualClock clock;
        ImportingDesk desk(clock);
        desk.all = desk.workflows();
        desk.inFile = another(*desk.all.first(), 7);
        desk.editStatus().readOnly = Error{.code = errc::storeReadOnly};
        WorkflowsDialog dialog(desk, clock, nullptr, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* list = dialog.findChild<QTreeWidget*>(u"workflowList"_s);
        const auto* import = dialog.findChild<QPushButton*>(u"importWorkflow"_s);
        const auto* note = dialog.findChild<QLabel*>(u"workflowNote"_s);
        dialog.openFile(u"any.json"_s);
        QTRY_COMPARE(list->topLevelItemCount(), desk.all.size() + 1);
        QVERIFY(!import->isEnabled());
        QVERIFY2(note->text().contains(u"cannot be imported"_s), qPrintable(note->text()));
    }

    void whatIsOpenedDuringAnImportIsStillOffered()
    {
        ManualClock clock;
        ImportingDesk desk(clock);
        desk.all = desk.workflows();
        desk.inFile = another(*desk.all.first(), 7);
        WorkflowsDialog dialog(desk, clock, nullptr, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* list = dialog.findChild<QTreeWidget*>(u"workflowList"_s);
        auto* import = dialog.findChild<QPushButton*>(u"importWorkflow"_s);
        dialog.openFile(u"seven.json"_s);
        QTRY_VERIFY(import->isEnabled());
        desk.holdsImport = true;
        import->click();
        desk.inFile = another(*desk.all.first(), 8);
        dialog.openFile(u"eight.json"_s);
        QTRY_COMPARE(list->topLevelItem(0)->text(1), u"8"_s);
        auto& [taken, promise] = desk.held.front();
        desk.all.prepend(taken);
        promise.addResult(Result<void>());
        promise.finish();
        QTRY_COMPARE(list->topLevelItem(1)->text(1), u"7"_s);
        QVERIFY(!list->topLevelItem(1)->text(0).contains(u"not imported"_s));
        QVERIFY(list->topLevelItem(0)->text(0).contains(u"not imported"_s));
        QCOMPARE(list->currentItem(), list->topLevelItem(0));
        QVERIFY(import->isEnabled());
    }

    void stoppedWhileTheFileIsReadNothingIsTakenIn()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"records.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"repositoryName":"a"},{"repositoryName":"b"}])");
        file.close();
        ManualClock clock;
        ImportingDesk desk(clock);
        Jobs jobs;
        RecordImportDialog dialog(desk, jobs, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto buttons = dialog.findChildren<QPushButton*>();
        const auto stop =
            std::ranges::find_if(buttons, [](const auto* button) { return button->text() == u"&Stop"_s; });
        QVERIFY(stop != buttons.end());
        dialog.openFile(file.fileName());
        QVERIFY((*stop)->isEnabled());
        (*stop)->click(); // before what was read can come in: no event has been taken
        auto* choose = dialog.findChild<QPushButton*>(u"chooseRecords"_s);
        QTRY_VERIFY(choose->isEnabled());
        QCOMPARE(desk.records, QStringList());
        // Another one is not stopped by that.
        dialog.openFile(file.fileName());
        QTRY_VERIFY(choose->isEnabled());
        QCOMPARE(desk.records, QStringList({u"a"_s, u"b"_s}));
    }

    void recordsAreTakenInOneAfterTheOther()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"records.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"([{"repositoryName":"a"},{"repositoryName":rm(1)},{"repositoryName":"b"},{"repositoryName":"c"}])");
        file.close();
        ManualClock clock;
        ImportingDesk desk(clock);
        desk.recordErrors.insert(
            u"b"_s, Error{.code = errc::recordInvalid, .args = {{"pointer", "/x"}, {"reason", "it is wrong"}}});
        desk.recordErrors.insert(u"c"_s, Error{.code = errc::recordKnown});
        Jobs jobs;
        RecordImportDialog dialog(desk, jobs, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.openFile(file.fileName());
        auto* choose = dialog.findChild<QPushButton*>(u"chooseRecords"_s);
        QVERIFY(!choose->isEnabled());
        QTRY_VERIFY(choose->isEnabled());
        QCOMPARE(desk.records, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        auto* progress = dialog.findChild<QProgressBar*>(u"recordProgress"_s);
        QCOMPARE(progress->maximum(), 4);
        QCOMPARE(progress->value(), 4);
        QCOMPARE(dialog.findChild<QLabel*>(u"recordCounts"_s)->text(),
            u"4 of 4 records: 1 imported, 1 known before, 2 refused."_s);
        auto* refused = dialog.findChild<QListWidget*>(u"recordRefused"_s);
        QCOMPARE(refused->count(), 2);
        QVERIFY2(refused->item(0)->text().contains(u"record 2"_s), qPrintable(refused->item(0)->text()));
        QVERIFY2(refused->item(1)->text().contains(u"3"_s), qPrintable(refused->item(1)->text()));
    }

    void aSecretIsGivenWhereAStepWaitsForIt()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"asks"_s, 10min);
        story.start("infra-raise", 9min);
        story.ask("infra-raise", 8min,
            Error{.code = errc::secretMissing, .args = {{"secret", "password"}, {"name", "inputs.password"}}});
        Run run = desk.run(story.run()).result()->run;
        auto withSecret = std::make_shared<Workflow>(*run.workflow);
        withSecret->inputs.append({.id = u"password"_s, .type = InputType::Secret, .title = u"Password of the user"_s});
        run.workflow = withSecret;
        const StepRun& step = *run.step(StepId(u"infra-raise"_s));
        QCOMPARE(secretAskedFor(step), u"inputs.password"_s);
        const auto report = desk::stuckReport({.run = run, .usual = {}}, step, clock.now(), 1);
        QVERIFY(report.acts.contains(desk::StuckAct::GiveSecret));

        Selection selection(desk, clock);
        CommandRunner commands(desk, selection);
        desk.submitError = Error{.code = errc::storeFull};
        SecretDialog dialog(run, step, commands, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto* line = dialog.findChild<QLineEdit*>(u"secret"_s);
        auto* give = dialog.findChild<QPushButton*>(u"giveSecret"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QCOMPARE(line->accessibleName(), u"Password of the user"_s);
        QVERIFY(!give->isEnabled());
        QTest::keyClicks(line, QString::fromLatin1(canary));
        QCOMPARE(line->text(), QString::fromLatin1(canary));
        QVERIFY(give->isEnabled());
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(desk.submitted.size(), 1);
        QTRY_VERIFY(give->isEnabled()); // refused: it stays open, and can be tried again
        QVERIFY(dialog.isVisible());
        const auto* retry = std::get_if<RetryStep>(&desk.submitted.first());
        QVERIFY(retry);
        QCOMPARE(retry->step, StepId(u"infra-raise"_s));
        QCOMPARE(retry->secrets.value(u"inputs.password"_s).reveal(), canary);
        for (const auto* label : dialog.findChildren<QLabel*>())
            QVERIFY(!label->text().contains(QString::fromLatin1(canary)));
    }
};

QTEST_MAIN(WorkflowsTests)
#include "workflows_tests.moc"
