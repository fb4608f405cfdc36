// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/sandbox.h"
#include "terminal/context.h"

#include <QTest>

using namespace slipway;
using namespace slipway::terminal;

namespace {

Result<Arguments> parse(const QString& line)
{
    return parseArguments(line.split(u' ', Qt::SkipEmptyParts), commandTable());
}

} // namespace

class ArgumentsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void globalOptionsStandBeforeOrAfterTheCommand()
    {
        for (const auto& line : {u"--json --store s.db --set a=b --set c=d=e show r"_s,
                 u"show r --set a=b --store=s.db --set c=d=e --json"_s,
                 u"--store s.db show --json r --set a=b --set c=d=e"_s}) {
            const auto parsed = parse(line);
            QVERIFY2(parsed.ok(), qPrintable(line));
            QCOMPARE(parsed->command->name, u"show"_s);
            QCOMPARE(parsed->operands, QStringList{u"r"_s});
            QVERIFY(parsed->global.json);
            QCOMPARE(parsed->global.store, u"s.db"_s);
            QCOMPARE(toBytes(parsed->global.settings), QByteArray(R"({"a":"b","c":"d=e"})"));
        }
    }

    void twoDashesEndTheOptions()
    {
        const auto parsed = parse(u"note r -- --not-an-option"_s);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->operands, (QStringList{u"r"_s, u"--not-an-option"_s}));
    }

    void twoWordCommandsAndRepeatedOptions()
    {
        QCOMPARE(parse(u"workflow validate f"_s)->command->name, u"workflow validate"_s);
        const auto advance = parse(u"advance r s --reason x --output a=1 --output b=2 --unverified"_s);
        QVERIFY(advance.ok());
        QCOMPARE(advance->options.values(u"output"_s).size(), 2);
        QVERIFY(advance->has(u"unverified"_s));
    }

    void sandboxGetsWhatStandsBehindIt()
    {
        const auto parsed = parse(u"--json sandbox --speed 100 --scenario calm"_s);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->operands.join(u' '), u"--speed 100 --scenario calm"_s);
        QVERIFY(parsed->global.json);
    }

    void timeScaleAndStandardInput()
    {
        const auto parsed = parse(u"--sandbox - --time-scale 2.5 list"_s);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->global.sandboxFile, u"-"_s);
        QCOMPARE(*parsed->global.timeScale, 2.5);
    }

    void wrongUsageIsToldInASentence_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const QString& line, const QString& what, const QString& remedy) {
            QTest::newRow(qPrintable(line.isEmpty() ? u"nothing"_s : line)) << line << what << remedy;
        };
        row({}, u"No command was given."_s, u"--help"_s);
        row(u"creat x"_s, u"There is no command “creat”."_s, u"Did you mean “create”?"_s);
        row(u"workflow lst"_s, u"There is no command “workflow lst”."_s, u"Did you mean “list”?"_s);
        row(u"workflow"_s, u"The command “workflow” needs a second word."_s, u"workflow --help"_s);
        row(u"zzzzzz"_s, u"There is no command “zzzzzz”."_s, u"Use --help"_s);
        row(u"show r --jsno"_s, u"The command “show” has no option --jsno."_s, u"Did you mean “--json”?"_s);
        row(u"create w --dryrun"_s, u"The command “create” has no option --dryrun."_s, u"Did you mean “--dry-run”?"_s);
        row(u"show r --follow"_s, u"The command “show” has no option --follow."_s, {});
        row(u"--follow create w"_s, u"There is no option --follow before the command."_s, {});
        row(u"show -x r"_s, u"The command “show” has no option -x."_s, {});
        row(u"show"_s, u"The command “show” needs more than was given."_s, u"Write: slipwayctl show RUN"_s);
        row(u"show a b"_s, u"“b” is too much for the command “show”."_s, u"Write: slipwayctl show RUN"_s);
        row(u"list --state"_s, u"The option --state needs a value."_s, u"Write --state STATE."_s);
        row(u"list --state --json"_s, u"The option --state needs a value."_s, {});
        row(u"list --json=yes"_s, u"The option --json takes no value."_s, {});
        row(u"list --store a --store b"_s, u"The option --store was given twice."_s, {});
        row(u"list --set a"_s, u"“a” is not of the form KEY=VALUE."_s, {});
        row(u"list --set =a"_s, u"“=a” is not of the form KEY=VALUE."_s, {});
        row(u"list --time-scale 0"_s, u"The time scale “0” is no number greater than zero."_s, {});
        row(u"list --time-scale nan"_s, u"The time scale “nan” is no number greater than zero."_s, {});
        const QString onlyOne = u"Only one of --profile, --sandbox, --try-sandbox and --github-url can be given."_s;
        row(u"list --profile a --sandbox b"_s, onlyOne, {});
        row(u"list --try-sandbox --sandbox b"_s, onlyOne, {});
        row(u"list --github-url https://x"_s, u"--github-url and --token-file belong together."_s, {});
        row(u"list --token-file x"_s, u"--github-url and --token-file belong together."_s, {});
    }
    void wrongUsageIsToldInASentence()
    {
        QFETCH(QString, line);
        QFETCH(QString, what);
        QFETCH(QString, remedy);
        const auto parsed = parse(line);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, errc::usage);
        QCOMPARE(textAt(parsed.error().args, "text"), what);
        QVERIFY2(
            textAt(parsed.error().args, "remedy").contains(remedy), qPrintable(textAt(parsed.error().args, "remedy")));
    }

    void theHelpNamesEveryScenarioOfTheSandbox()
    {
        const auto& table = commandTable();
        const auto found =
            std::find_if(table.begin(), table.end(), [](const CommandSpec& one) { return one.name == u"sandbox"; });
        QVERIFY(found != table.end());
        QStringList told;
        for (const auto& [name, meaning] : found->values) {
            told.append(name);
            QVERIFY2(helpText(*found).contains(name + u' ') && helpText(*found).contains(meaning), qPrintable(name));
        }
        QCOMPARE(told, sandbox::Sandbox::scenarioNames());
    }

    void everyCommandHasHelpAndWork()
    {
        for (const auto& command : commandTable()) {
            QVERIFY2(command.act, qPrintable(command.name));
            const QString help = helpText(command);
            QVERIFY(help.contains(command.summary.mid(1)));
            for (const auto& option : command.options)
                QVERIFY2(help.contains(u"--"_s + option.name), qPrintable(option.name));
            QVERIFY(helpText(commandTable()).contains(command.name + u' '));
            const auto parsed = parse(command.name + u" --help"_s);
            QVERIFY(parsed.ok() && parsed->help);
        }
    }
};

QTEST_GUILESS_MAIN(ArgumentsTests)
#include "arguments_tests.moc"
