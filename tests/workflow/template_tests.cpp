// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/template.h"

#include <QTest>

using namespace slipway;

namespace {

Json scope()
{
    return Json{
        {"inputs", {{"name", "ct-sso"}, {"kind", "backend"}, {"count", 3}, {"missing-key", "nothing"}}},
        {"settings",
            {{"types", {{"backend", {{"zone", "protected"}, {"mongo", true}}}}}, {"list", Json::array({"a", "b"})},
                {"ratio", 1.5}, {"big", 9007199254740993}, {"empty", nullptr}, {"flag", false},
                {"keys", {{"which", "backend"}}}}},
        {"run", {{"stamp", 1695303440080}}},
        {"steps", {{"infra-raise", {{"number", 225}}}}},
        {"env", "infra-dev"},
    };
}

} // namespace

class TemplateTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expandsTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no placeholder") << u"plain } text"_s << QByteArray("\"plain } text\"");
        QTest::newRow("within a text") << u"add-{{ inputs.name }}-{{ run.stamp }}"_s
                                       << QByteArray("\"add-ct-sso-1695303440080\"");
        QTest::newRow("without spaces") << u"<{{inputs.name}}>"_s << QByteArray("\"<ct-sso>\"");
        QTest::newRow("side by side") << u"{{ env }}{{ env }}"_s << QByteArray("\"infra-devinfra-dev\"");
        QTest::newRow("only one keeps the number") << u"{{ run.stamp }}"_s << QByteArray("1695303440080");
        QTest::newRow("only one keeps the list") << u"{{ settings.list }}"_s << QByteArray("[\"a\",\"b\"]");
        QTest::newRow("only one keeps the object")
            << u"{{ settings.types[inputs.kind] }}"_s << QByteArray(R"({"zone":"protected","mongo":true})");
        QTest::newRow("a space makes it a text") << u"{{ run.stamp }} "_s << QByteArray("\"1695303440080 \"");
        QTest::newRow("looked up, then a member")
            << u"{{ settings.types[inputs.kind].zone }}"_s << QByteArray("\"protected\"");
        QTest::newRow("looked up twice") << u"{{ settings.types[settings.keys.which].mongo }}"_s << QByteArray("true");
        QTest::newRow("spaces in the look-up")
            << u"{{ settings.types[ inputs.kind ].zone }}"_s << QByteArray("\"protected\"");
        QTest::newRow("hyphen in a step") << u"#{{ steps.infra-raise.number }}"_s << QByteArray("\"#225\"");
        QTest::newRow("element") << u"{{ settings.list.1 }}"_s << QByteArray("\"b\"");
        QTest::newRow("as text: flag") << u"is {{ settings.flag }}"_s << QByteArray("\"is false\"");
        QTest::newRow("as text: number") << u"is {{ settings.ratio }}"_s << QByteArray("\"is 1.5\"");
        QTest::newRow("as text: 64 bits") << u"is {{ settings.big }}"_s << QByteArray("\"is 9007199254740993\"");
        QTest::newRow("as text: null") << u"is {{ settings.empty }}."_s << QByteArray("\"is .\"");
        QTest::newRow("as text: list") << u"is {{ settings.list }}"_s << QByteArray("\"is [\\\"a\\\",\\\"b\\\"]\"");
        QTest::newRow("braces") << u"${{{{ github.sha }} {{ env }}"_s << QByteArray("\"${{ github.sha }} infra-dev\"");
        QTest::newRow("closing braces alone")
            << u"{\"a\":{\"b\":\"{{ env }}\"}}"_s << QByteArray("\"{\\\"a\\\":{\\\"b\\\":\\\"infra-dev\\\"}}\"");
    }
    void expandsTexts()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        const auto expanded = expand(toJson(text), scope());
        QVERIFY(expanded.ok());
        QCOMPARE(toBytes(*expanded), json);
    }

    void expandsMembersAndElementsButNoNames()
    {
        const auto value = *parseJson(R"({"{{ env }}": ["{{ env }}", {"n": "{{ inputs.count }}"}], "x": 1})");
        const auto expanded = expand(value, scope());
        QVERIFY(expanded.ok());
        QCOMPARE(toBytes(*expanded), QByteArray(R"({"{{ env }}":["infra-dev",{"n":3}],"x":1})"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("about");
        const auto invalid = errc::templateInvalid;
        const auto unresolved = errc::templateUnresolved;
        QTest::newRow("not closed") << u"a {{ env"_s << invalid << u"\"{{\" without \"}}\""_s;
        QTest::newRow("empty") << u"{{ }}"_s << invalid << u"a name is missing"_s;
        QTest::newRow("dot at the end") << u"{{ inputs. }}"_s << invalid << u"a name is missing"_s;
        QTest::newRow("expression") << u"{{ env + 1 }}"_s << invalid << u"\"+\" does not belong in a path"_s;
        QTest::newRow("call") << u"{{ upper(env) }}"_s << invalid << u"\"(\" does not belong in a path"_s;
        QTest::newRow("look-up not closed") << u"{{ settings.types[env }}"_s << invalid << u"\"]\" is missing"_s;
        QTest::newRow("three braces") << u"{{{ env }}}"_s << invalid << u"a name is missing"_s;
        QTest::newRow("no such root") << u"{{ nothing.here }}"_s << unresolved << u"nothing.here"_s;
        QTest::newRow("not there yet") << u"{{ steps.svc-raise.number }}"_s << unresolved
                                       << u"steps.svc-raise.number"_s;
        QTest::newRow("key of no member")
            << u"{{ settings.types[inputs.missing-key] }}"_s << unresolved << u"settings.types[inputs.missing-key]"_s;
        QTest::newRow("inner path") << u"{{ settings.types[inputs.gone] }}"_s << unresolved << u"inputs.gone"_s;
        QTest::newRow("member of a text") << u"{{ env.length }}"_s << unresolved << u"env.length"_s;
        QTest::newRow("past the end") << u"{{ settings.list.2 }}"_s << unresolved << u"settings.list.2"_s;
        QTest::newRow("nested without end") << u"{{ a"_s + u"[a"_s.repeated(9) + u"]"_s.repeated(9) + u" }}"_s
                                            << invalid << u"look-ups are nested too deep"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, about);
        for (const auto& result : {expand(Json::array({text.toStdString()}), scope())}) {
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, code);
            QCOMPARE(textAt(result.error().args, "text"), text);
            QCOMPARE(textAt(result.error().args, code == errc::templateInvalid ? "reason" : "path"), about);
        }
        QVERIFY(!expandText(text, scope()).ok());
    }

    void looksUpAPathWithoutBraces()
    {
        QCOMPARE(toBytes(*lookUp(u"settings.list"_s, scope())), QByteArray("[\"a\",\"b\"]"));
        QCOMPARE(lookUp(u"settings.none"_s, scope()).error().code, errc::templateUnresolved);
        QCOMPARE(lookUp(u"settings list"_s, scope()).error().code, errc::templateInvalid);
    }

    void listsEveryPathThatIsMentioned()
    {
        const auto value =
            *parseJson("[\"{{ a.b }} {{ c[d.e[f]] }}\", {\"x\": \"{{{{ no }}\", \"y\": \"{{ a.b }}\"}, 3]");
        const auto paths = placeholders(value);
        QVERIFY(paths.ok());
        QCOMPARE(*paths, (QStringList{u"a.b"_s, u"c[d.e[f]]"_s, u"d.e[f]"_s, u"f"_s, u"a.b"_s}));
        QCOMPARE(placeholders(toJson(u"{{ a"_s)).error().code, errc::templateInvalid);
    }

    void whenHolds_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("holds");
        for (const char* no : {"null", "false", "\"\"", "[]", "{}"})
            QTest::newRow(no) << QByteArray(no) << false;
        for (const char* yes : {"true", "\"https://portal\"", "[0]", "{\"a\":null}", "0", "1"})
            QTest::newRow(yes) << QByteArray(yes) << true;
    }
    void whenHolds()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, holds);
        QCOMPARE(isTrue(*parseJson(json)), holds);
    }
};

QTEST_GUILESS_MAIN(TemplateTests)
#include "template_tests.moc"
