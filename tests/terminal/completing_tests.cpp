// SPDX-License-Identifier: GPL-3.0-or-later
// What slipwayctl knows of itself: completion, manual and help, all made of the table of commands.
#include "fake_desk.h"
#include "terminal/completing.h"
#include "terminal/manual.h"
#include "terminal/shell_scripts.h"

#include <QTest>

using namespace slipway;
using namespace slipway::terminal;
using test::Bench;

class CompletingTests : public QObject {
    Q_OBJECT

    static QStringList offered(Bench& bench, const QString& line)
    {
        QStringList texts;
        for (const auto& candidate : complete(line.split(u' '), commandTable(), bench.environment).candidates)
            texts << candidate.text;
        return texts;
    }

private Q_SLOTS:
    void whatMayStandAtTheCursorIsOffered_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("has");
        QTest::addColumn<QStringList>("hasNot");
        const auto row = [](const QString& line, const QStringList& has, const QStringList& hasNot = {}) {
            QTest::newRow(qPrintable(line)) << line << has << hasNot;
        };
        row({}, {u"create"_s, u"workflow"_s, u"completion"_s}, {u"workflow show"_s, u"__complete"_s});
        row(u"cre"_s, {u"create"_s, u"credential"_s}, {u"follow"_s});
        row(u"workflow "_s, {u"list"_s, u"show"_s}, {u"create"_s});
        row(u"--json sh"_s, {u"show"_s});
        row(u"create --"_s, {u"--dry-run"_s, u"--follow"_s, u"--store"_s, u"--help"_s}, {u"--unverified"_s});
        row(u"create --follow --"_s, {u"--dry-run"_s}, {u"--follow"_s});
        row(u"--store x --st"_s, {}, {u"--store"_s});
        row(u"list --state p"_s, {u"paused"_s, u"parked"_s}, {u"open"_s});
        row(u"list --state n"_s, {u"needs-you"_s}, {});
        row(u"list --state=p"_s, {u"--state=paused"_s});
        row(u"show or"_s, {u"orders-api"_s}, {u"stock-feed"_s});
        row(u"follow orders-api "_s, {u"stock-feed"_s}, {u"orders-api"_s});
        row(u"show orders-api "_s, {}, {u"stock-feed"_s}); // there is no second one
        row(u"retry orders-api "_s, {u"raise"_s, u"watch"_s});
        row(u"undo orders-api --only w"_s, {u"watch"_s}, {u"raise"_s});
        row(u"answer orders-api raise "_s, {u"happened"_s, u"absent"_s});
        row(u"create "_s, {u"make-thing"_s});
        row(u"workflow show m"_s, {u"make-thing"_s});
        row(u"create make-thing "_s, {u"name="_s, u"size="_s}, {u"password="_s}); // no secret on a command line
        row(u"create make-thing name=x "_s, {u"size="_s}, {u"name="_s});
        row(u"create make-thing colour="_s, {u"colour=red"_s, u"colour=green"_s}, {u"name="_s});
        row(u"create make-thing --set o"_s, {u"org="_s});
        row(u"sandbox --scenario fl"_s, {u"flaky-network"_s});
        row(u"sandbox --server "_s, {u"github.com"_s, u"ghes"_s});
        row(u"completion "_s, {u"bash"_s, u"fish"_s, u"zsh"_s});
        row(u"report orders-api --format "_s, {u"md"_s, u"csv"_s, u"json"_s});
        row(u"nonsense "_s, {}, {u"orders-api"_s});
    }
    void whatMayStandAtTheCursorIsOffered()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, has);
        QFETCH(QStringList, hasNot);
        Bench bench;
        bench.desk.start(u"orders-api"_s);
        bench.desk.start(u"stock-feed"_s);
        const auto found = offered(bench, line);
        for (const auto& text : has)
            QVERIFY2(found.contains(text), qPrintable(text + u" is not among: "_s + found.join(u' ')));
        for (const auto& text : hasNot)
            QVERIFY2(!found.contains(text), qPrintable(text));
    }

    //! Pressing Tab asks no keychain and changes nothing, and what somebody gave a name runs no command of hers.
    void completingIsHarmless()
    {
        Bench bench;
        bench.desk.start(u"orders-api"_s);
        const auto commands = bench.desk.m_commands.size();
        std::ignore = offered(bench, u"retry "_s);
        QCOMPARE(bench.opened, QList<OpenMode>{OpenMode::History});
        QCOMPARE(bench.desk.m_commands.size(), commands);
        bench.environment.listConnections = []() -> Result<QList<KnownConnection>> {
            return QList<KnownConnection>{{.name = u"$(reboot)"_s}, {.name = u"a\nlist"_s}, {.name = u"work"_s}};
        };
        QCOMPARE(offered(bench, u"connection check "_s), QStringList{u"work"_s});
        std::ignore = offered(bench, u"--store /x/y.db show "_s);
        QCOMPARE(bench.options.last().store, u"/x/y.db"_s);
    }

    //! Standard input is where she types, and a file of secrets is no business of Tab's.
    void neitherTheTerminalNorSecretsAreRead()
    {
        Bench bench;
        bench.desk.start(u"orders-api"_s);
        QCOMPARE(offered(bench, u"--sandbox - show "_s), QStringList());
        QVERIFY(bench.options.isEmpty());
        for (const auto& file : {u"-"_s, u"secrets.json"_s}) {
            QCOMPARE(offered(bench, u"--secrets %1 show "_s.arg(file)), QStringList{u"orders-api"_s});
            QCOMPARE(bench.options.last().secretsFile, QString());
        }
    }

    void credentialsAreThoseOfTheProfile()
    {
        Bench bench;
        QStringList asked;
        bench.environment.listCredentials = [&](const GlobalOptions& global) -> Result<QList<KnownCredential>> {
            asked << global.profile;
            return QList<KnownCredential>{{.name = u"of-"_s + global.profile}};
        };
        QCOMPARE(offered(bench, u"--profile work credential remove "_s), QStringList{u"of-work"_s});
        QCOMPARE(offered(bench, u"credential remove --profile home "_s), QStringList{u"of-home"_s});
        QCOMPARE(asked, (QStringList{u"work"_s, u"home"_s}));
        QVERIFY(bench.opened.isEmpty()); // no store is needed for it
    }

    void filesAreLeftToTheShell()
    {
        Bench bench;
        QVERIFY(complete({u"import"_s, {}}, commandTable(), bench.environment).files);
        QVERIFY(complete({u"--sandbox"_s, {}}, commandTable(), bench.environment).files);
        QVERIFY(complete({u"sandbox"_s, u"--state"_s, {}}, commandTable(), bench.environment).files);
        QVERIFY(!complete({u"list"_s, {}}, commandTable(), bench.environment).files);
        QCOMPARE(bench.run({u"__complete"_s, u"import"_s, u"--wor"_s}), 0);
        QVERIFY2(bench.results.startsWith(u"--workflow\t"_s), qPrintable(bench.results));
    }

    void everyShellHasItsScript()
    {
        Bench bench;
        for (const auto& shell : shells()) {
            QCOMPARE(bench.run({u"completion"_s, shell}), 0);
            QVERIFY(bench.results.contains(u"__complete"_s));
        }
        QCOMPARE(bench.run({u"completion"_s, u"tcsh"_s}), 2);
        QVERIFY(bench.diagnostics.contains(u"bash, fish, zsh"_s));
    }

    //! The page cannot be behind the program: both are made of one table.
    void theManualHasEveryCommandAndOption()
    {
        const QString page = manualPage(commandTable(), u"1.2.3"_s);
        const auto printed = [](QString text) { return text.replace(u'-', "\\-"_L1); };
        for (const auto& command : commandTable()) {
            QVERIFY2(page.contains(u"\n\\fB%1\\fR"_s.arg(printed(command.name))), qPrintable(command.name));
            for (const auto& option : command.options)
                QVERIFY2(page.contains(u"\\fB%1\\fR"_s.arg(printed(u"--"_s + option.name))), qPrintable(option.name));
        }
        for (const auto& option : globalOptions())
            QVERIFY2(page.contains(u"\\fB%1\\fR"_s.arg(printed(u"--"_s + option.name))), qPrintable(option.name));
        QVERIFY(page.contains(u"Slipway 1.2.3"_s));
        Bench bench;
        QCOMPARE(bench.run({u"__manual"_s}), 0);
        QCOMPARE(bench.results, page + u'\n');
    }

    void theHelpFitsTheTerminal_data()
    {
        QTest::addColumn<int>("columns");
        for (const int columns : {40, 60, 80, 100, 200})
            QTest::addRow("%d", columns) << columns;
    }
    void theHelpFitsTheTerminal()
    {
        QFETCH(int, columns);
        const QString wide = helpText(commandTable());
        const QString help = helpText(commandTable(), {}, columns);
        for (const auto& line : help.split(u'\n'))
            QVERIFY2(line.size() <= columns, qPrintable(line));
        QCOMPARE(help.simplified(), wide.simplified());
        for (const auto& command : commandTable())
            for (const auto& line : helpText(command, columns).split(u'\n'))
                QVERIFY2(line.size() <= std::max(columns, 60), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(CompletingTests)
#include "completing_tests.moc"
