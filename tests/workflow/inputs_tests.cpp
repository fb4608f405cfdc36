// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/inputs.h"

#include <QTest>

using namespace slipway;

namespace {

InputDefinition input(const QString& id, InputType type)
{
    return InputDefinition{.id = id, .type = type, .title = id};
}

Workflow workflowWith(const InputDefinition& input)
{
    Workflow workflow;
    workflow.inputs = {input};
    return workflow;
}

//! "rule" or "rule: message", in order.
QStringList rulesBroken(const InputDefinition& definition, const Json& value,
    const std::optional<QStringList>& teams = std::nullopt, const Json& settings = Json::object())
{
    QStringList rules;
    for (const auto& problem :
        checkInputs(workflowWith(definition), Json{{definition.id.toStdString(), value}}, settings, teams))
        rules.append(problem.message.isEmpty() ? problem.rule : problem.rule + u": "_s + problem.message);
    return rules;
}

Workflow withSettings()
{
    Workflow workflow;
    workflow.settings = {
        {u"org"_s, SettingType::Text, {}, "DEFRA"},
        {u"url"_s, SettingType::Url, {}, ""},
        {u"list"_s, SettingType::List, {}, Json::array({"a"})},
        {u"map"_s, SettingType::Map, {}, Json::object()},
        {u"number"_s, SettingType::Number, {}, 3},
        {u"flag"_s, SettingType::Flag, {}, false},
    };
    return workflow;
}

} // namespace

class InputsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void checksTexts()
    {
        auto name = input(u"name"_s, InputType::Text);
        name.minLength = 2;
        name.maxLength = 4;
        name.patterns = {{u"[a-zé😀]*"_s, u"letters"_s}, {u"a.*"_s, u"starts with a"_s}};
        name.messages = {{u"required"_s, u"Enter a value"_s}, {u"maxLength"_s, u"too long"_s}};
        QCOMPARE(rulesBroken(name, "abc"), QStringList());
        QCOMPARE(rulesBroken(name, ""), QStringList{u"required: Enter a value"_s});
        QCOMPARE(rulesBroken(name, nullptr), QStringList{u"required: Enter a value"_s});
        QCOMPARE(rulesBroken(name, "a"), QStringList{u"minLength"_s});
        QCOMPARE(rulesBroken(name, "abcde"), QStringList{u"maxLength: too long"_s});
        QCOMPARE(rulesBroken(name, "bc"), QStringList{u"pattern: starts with a"_s});
        // The whole text must match, line ends included, and nothing is trimmed.
        QCOMPARE(rulesBroken(name, "ab\n"), (QStringList{u"pattern: letters"_s, u"pattern: starts with a"_s}));
        QCOMPARE(rulesBroken(name, "ab "), QStringList{u"pattern: letters"_s});
        QCOMPARE(
            rulesBroken(name, "B"), (QStringList{u"pattern: letters"_s, u"pattern: starts with a"_s, u"minLength"_s}));
        QCOMPARE(rulesBroken(name, 12), QStringList{u"type"_s});
        // Four characters, though six UTF-16 units and more bytes.
        QCOMPARE(rulesBroken(name, "a\xC3\xA9\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), QStringList());
        name.required = false;
        QCOMPARE(rulesBroken(name, ""), QStringList());
    }

    void checksTheOtherTypes()
    {
        auto number = input(u"n"_s, InputType::Number);
        number.minimum = 1;
        number.maximum = 2.5;
        QCOMPARE(rulesBroken(number, 2.5), QStringList());
        QCOMPARE(rulesBroken(number, 0), QStringList{u"minimum"_s});
        QCOMPARE(rulesBroken(number, 2.6), QStringList{u"maximum"_s});
        QCOMPARE(rulesBroken(number, "2"), QStringList{u"type"_s});

        const auto flag = input(u"f"_s, InputType::Flag);
        QCOMPARE(rulesBroken(flag, false), QStringList());
        QCOMPARE(rulesBroken(flag, "yes"), QStringList{u"type"_s});

        const auto email = input(u"e"_s, InputType::Email);
        for (const char* right : {"a@b.uk", "first.last+tag@sub.example.gov.uk"})
            QCOMPARE(rulesBroken(email, right), QStringList());
        for (const char* wrong : {"a", "a@b", "a b@c.uk", "a@@c.uk", "a@c.", "@c.uk", "a@.uk"})
            QCOMPARE(rulesBroken(email, wrong), QStringList{u"type"_s});

        const auto secret = input(u"s"_s, InputType::Secret);
        QCOMPARE(rulesBroken(secret, "x y"), QStringList());
        QCOMPARE(rulesBroken(secret, ""), QStringList{u"required"_s});
    }

    void checksChoices()
    {
        auto choice = input(u"c"_s, InputType::Choice);
        choice.messages = {{u"choice"_s, u"Choose an entry"_s}};
        const Json settings{{"map", {{"one", 1}, {"two", 2}}}, {"list", Json::array({"three"})}, {"text", "four"}};

        choice.choices = Json::array({"a", "b"});
        QCOMPARE(*choicesOf(choice, settings, {}), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(rulesBroken(choice, "b"), QStringList());
        QCOMPARE(rulesBroken(choice, "B"), QStringList{u"choice: Choose an entry"_s});

        choice.choices = "settings.map";
        QCOMPARE(*choicesOf(choice, settings, {}), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(rulesBroken(choice, "two", {}, settings), QStringList());
        QCOMPARE(rulesBroken(choice, "three", {}, settings), QStringList{u"choice: Choose an entry"_s});
        choice.choices = "settings.list";
        QCOMPARE(*choicesOf(choice, settings, {}), QStringList{u"three"_s});
        choice.choices = "settings.text";
        QVERIFY(!choicesOf(choice, settings, {}));

        choice.choices = "github.teams";
        QVERIFY(!choicesOf(choice, settings, {}));
        QCOMPARE(rulesBroken(choice, "anything"), QStringList());
        QCOMPARE(rulesBroken(choice, "fisheries", QStringList{u"fisheries"_s}), QStringList());
        QCOMPARE(
            rulesBroken(choice, "fishery", QStringList{u"fisheries"_s}), QStringList{u"choice: Choose an entry"_s});
        QCOMPARE(rulesBroken(choice, "fishery", QStringList()), QStringList{u"choice: Choose an entry"_s});
        QVERIFY(!choicesOf(input(u"t"_s, InputType::Text), settings, {}));
    }

    void namesInputsThatDoNotExist()
    {
        const auto problems = checkInputs(
            workflowWith(input(u"name"_s, InputType::Text)), Json{{"name", "x"}, {"nmae", "y"}}, Json::object());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().input, u"nmae"_s);
        QCOMPARE(problems.first().rule, u"unknown"_s);
    }

    void laterSettingsWin()
    {
        const auto settings =
            resolveSettings(withSettings(), Json{{"org", "ACME"}, {"number", 4}}, Json{{"org", "mine"}});
        QVERIFY(settings.ok());
        QCOMPARE(
            toBytes(*settings), QByteArray(R"({"org":"mine","url":"","list":["a"],"map":{},"number":4,"flag":false})"));
        QCOMPARE(toBytes(*resolveSettings(withSettings(), {}, {})),
            QByteArray(R"({"org":"DEFRA","url":"","list":["a"],"map":{},"number":3,"flag":false})"));
    }

    void parsesSettingsGivenAsTexts_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("value"); // empty: invalid
        const auto row = [](const QString& setting, const QString& text, const char* value) {
            QTest::newRow(qPrintable(setting + u" "_s + text)) << setting << text << QByteArray(value);
        };
        row(u"org"_s, u"12"_s, "\"12\"");
        row(u"list"_s, u"dev, test,prod"_s, "[\"dev\",\"test\",\"prod\"]");
        row(u"list"_s, u"[\"a,b\", \"c\"]"_s, "[\"a,b\",\"c\"]");
        row(u"list"_s, u""_s, "[]");
        row(u"list"_s, u"[\"a\""_s, "");
        row(u"map"_s, u"{\"a\": {\"zone\": \"public\"}}"_s, "{\"a\":{\"zone\":\"public\"}}");
        row(u"map"_s, u"[1]"_s, "");
        row(u"map"_s, u"a=b"_s, "");
        row(u"number"_s, u"12"_s, "12");
        row(u"number"_s, u"1.5"_s, "1.5");
        row(u"number"_s, u"twelve"_s, "");
        row(u"number"_s, u"true"_s, "");
        row(u"flag"_s, u"true"_s, "true");
        row(u"flag"_s, u"No"_s, "false");
        row(u"flag"_s, u"maybe"_s, "");
        row(u"url"_s, u"https://portal.example/api/"_s, "\"https://portal.example/api\"");
        row(u"url"_s, u"http://127.0.0.1:8080"_s, "\"http://127.0.0.1:8080\"");
        row(u"url"_s, u""_s, "\"\"");
        row(u"url"_s, u"file:///etc/passwd"_s, "");
        row(u"url"_s, u"portal"_s, "");
        row(u"url"_s, u"https://"_s, "");
    }
    void parsesSettingsGivenAsTexts()
    {
        QFETCH(QString, setting);
        QFETCH(QString, text);
        QFETCH(QByteArray, value);
        const auto settings = resolveSettings(withSettings(), {}, Json{{setting.toStdString(), text.toStdString()}});
        if (value.isEmpty()) {
            QVERIFY(!settings.ok());
            QCOMPARE(settings.error().code, errc::settingInvalid);
            QCOMPARE(textAt(settings.error().args, "setting"), setting);
            QCOMPARE(textAt(settings.error().args, "found"), text);
            return;
        }
        QVERIFY(settings.ok());
        QCOMPARE(toBytes(settings->at(setting.toStdString())), value);
    }

    void refusesSettingsThatDoNotFit()
    {
        const auto unknown = resolveSettings(withSettings(), Json{{"orgg", "x"}}, {});
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().code, errc::settingUnknown);
        QCOMPARE(textAt(unknown.error().args, "setting"), u"orgg"_s);
        QCOMPARE(resolveSettings(withSettings(), Json{{"org", 3}}, {}).error().code, errc::settingInvalid);
        QCOMPARE(resolveSettings(withSettings(), Json{{"flag", 1}}, {}).error().code, errc::settingInvalid);
        auto workflow = withSettings();
        workflow.settings[0].defaultValue = nullptr;
        const auto missing = resolveSettings(workflow, {}, {});
        QVERIFY(!missing.ok());
        QCOMPARE(textAt(missing.error().args, "setting"), u"org"_s);
        QVERIFY(resolveSettings(workflow, {}, Json{{"org", "x"}}).ok());
    }

    void fillsInDefaultsAndTypes()
    {
        Workflow workflow;
        workflow.inputs = {input(u"text"_s, InputType::Text), input(u"number"_s, InputType::Number),
            input(u"flag"_s, InputType::Flag), input(u"choice"_s, InputType::Choice)};
        workflow.inputs[0].defaultValue = "d";
        workflow.inputs[2].defaultValue = true;
        QCOMPARE(toBytes(withDefaults(workflow, Json::object())), QByteArray(R"({"text":"d","flag":true})"));
        QCOMPARE(
            toBytes(withDefaults(workflow, Json{{"text", "7"}, {"number", "7"}, {"flag", "no"}, {"choice", " x"}})),
            QByteArray(R"({"text":"7","number":7,"flag":false,"choice":" x"})"));
        // What does not parse stays as typed and is named by checkInputs().
        const auto odd = withDefaults(workflow, Json{{"number", "seven"}, {"other", "kept"}});
        QCOMPARE(textAt(odd, "number"), u"seven"_s);
        QCOMPARE(textAt(odd, "other"), u"kept"_s);
    }
};

QTEST_GUILESS_MAIN(InputsTests)
#include "inputs_tests.moc"
