// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/json_pointer.h"
#include "workflow/json_scan.h"

#include <QTest>

using namespace slipway;

class JsonScanTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhereEachValueStands()
    {
        const QByteArray text = "\xEF\xBB\xBF [1.50, {\"a\\u00e9\" : [true ,null]}, \"x\" ]\r\n";
        const auto places = scanJson(text);
        QVERIFY(places.ok());
        QByteArrayList found;
        for (const auto& node : places->nodes)
            found.append(text.mid(node.begin, node.end - node.begin));
        QCOMPARE(found,
            (QByteArrayList{"[1.50, {\"a\\u00e9\" : [true ,null]}, \"x\" ]", "1.50", "{\"a\\u00e9\" : [true ,null]}",
                "[true ,null]", "true", "null", "\"x\""}));
        const auto& member = places->at(3);
        QCOMPARE(text.mid(member.nameBegin, member.nameEnd - member.nameBegin), QByteArray("\"a\\u00e9\""));
        QCOMPARE(member.parent, 2);
        QCOMPARE(places->at(0).children, (std::vector<int>{1, 2, 6}));
    }

    void acceptsWhatJsonAllows_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"0", "-0", "-1.5e+10", "1E5", "0.1", "\"\"", "null", " [ ] ", "{}",
                 "\"\\ud83e\\udd16\"", "\"\xF0\x9F\xA4\x96\"", "\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
                 "12345678901234567890123", "1e999", "\"\x7F\""})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("64 levels") << QByteArray(64, '[') + QByteArray(64, ']');
    }
    void acceptsWhatJsonAllows()
    {
        QFETCH(QByteArray, text);
        QVERIFY(scanJson(text).ok());
    }

    void refusesWhatJsonDoesNot_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& text, int line, int column, const QString& reason) {
            QTest::newRow(name) << text << line << column << reason;
        };
        row("nothing", "", 1, 1, u"the text ends where a value is due"_s);
        row("only spaces", " \n ", 2, 2, u"the text ends where a value is due"_s);
        row("cut short", "[1,\n", 2, 1, u"the text ends where a value is due"_s);
        row("array not closed", "[1", 1, 3, u"the text ends where \",\" or \"]\" is due"_s);
        row("object not closed", "{\"a\":1", 1, 7, u"the text ends where \",\" or \"}\" is due"_s);
        row("comma before the end", "[\n  1,\n]", 3, 1, u"a comma stands before the end"_s);
        row("comma missing", "[\"\xC3\xA9\" 2]", 1, 6, u"\",\" or \"]\" is due here"_s);
        row("two values", "{} {}", 1, 4, u"something stands after the end of the value"_s);
        row("merge marks", "[\n<<<<<<< HEAD\n]", 2, 1, u"a value is due here"_s);
        row("comment", "{ // no\n}", 1, 3, u"a name in double quotes is due here"_s);
        row("single quotes", "{'a':1}", 1, 2, u"a name in double quotes is due here"_s);
        row("no colon", "{\"a\" 1}", 1, 6, u"\":\" is due here"_s);
        row("wrong word", "[tru]", 1, 2, u"a value is due here"_s);
        row("leading zero", "[01]", 1, 2, u"a number has a leading zero"_s);
        row("plus", "[+1]", 1, 2, u"a value is due here"_s);
        row("no digit after the point", "[1.]", 1, 4, u"a digit is due here"_s);
        row("no digit in the exponent", "1e", 1, 3, u"the text ends where a digit is due"_s);
        row("NaN", "[NaN]", 1, 2, u"a value is due here"_s);
        row("text not closed", "[\"a]", 1, 2, u"a text is not closed"_s);
        row("line end in a text", "[\"a\nb\"]", 1, 4, u"a control character or line end stands in a text"_s);
        row("wrong escape", "\"\\x\"", 1, 2, u"an escape is not valid"_s);
        row("short escape", "\"\\u12\"", 1, 2, u"an escape is not valid"_s);
        row("escape at the end", "\"\\", 1, 2, u"an escape is not valid"_s);
        row("half a pair", "\"\\ud83e\"", 1, 2, u"half of a surrogate pair stands alone"_s);
        row("other half", "\"\\udd16\"", 1, 2, u"half of a surrogate pair stands alone"_s);
        row("Latin-1", "[\"caf\xE9\"]", 1, 6, u"the bytes are no UTF-8"_s);
        row("overlong", "\"\xC0\xAF\"", 1, 2, u"the bytes are no UTF-8"_s);
        row("UTF-16", QByteArray("\xFF\xFE[\0]\0", 6), 1, 1, u"a value is due here"_s);
        row("NUL", QByteArray("[1]\0", 4), 1, 4, u"something stands after the end of the value"_s);
        row("name twice", "{\"\xC3\xA9\": 1,\n \"\\u00e9\": 2}", 2, 2, u"the name \"é\" stands twice in one object"_s);
        row("too deep", QByteArray(65, '['), 1, 65, u"nested deeper than 64 levels"_s);
        row("far too deep", QByteArray(3'000'000, '['), 1, 65, u"nested deeper than 64 levels"_s);
        row("after the BOM", "\xEF\xBB\xBF{,}", 1, 2, u"a name in double quotes is due here"_s);
    }
    void refusesWhatJsonDoesNot()
    {
        QFETCH(QByteArray, text);
        const auto places = scanJson(text);
        QVERIFY(!places.ok());
        QCOMPARE(places.error().code, errc::editInvalidJson);
        QTEST(textAt(places.error().args, "reason"), "reason");
        QTEST(int(integerAt(places.error().args, "line")), "line");
        QTEST(int(integerAt(places.error().args, "column")), "column");
    }

    void decodesTexts()
    {
        const QByteArray text = "\"a\\u00e9\\ud83e\\udd16\\n\\\"\\\\\\/\\t\"";
        QCOMPARE(decodedText(text, 0, text.size()), QByteArray("a\xC3\xA9\xF0\x9F\xA4\x96\n\"\\/\t"));
    }

    void comparesByValue_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* a, const char* b, bool same) {
            QTest::newRow((QByteArray(a) + " and " + b).constData()) << QByteArray(a) << QByteArray(b) << same;
        };
        row("1.50", "1.5", true);
        row("1", "1.0", true);
        row("9007199254740993", "9007199254740992", false);
        row("\"\\u00e9\"", "\"\xC3\xA9\"", true);
        row("{\"a\":1,\"b\":[2]}", "{\"b\":[2.0],\"a\":1}", true);
        row("{\"a\":1}", "{\"a\":1,\"b\":2}", false);
        row("{\"a\":1}", "{\"b\":1}", false);
        row("[1,2]", "[2,1]", false);
        row("[1]", "[1,1]", false);
        row("1", "\"1\"", false);
        row("0", "false", false);
        row("null", "false", false);
        row("{}", "[]", false);
    }
    void comparesByValue()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, same);
        QCOMPARE(sameValue(*parseJson(a), *parseJson(b)), same);
        QCOMPARE(sameValue(*parseJson(b), *parseJson(a)), same);
    }

    void readsPointers()
    {
        QCOMPARE(*pointerTokens(u""_s), QStringList());
        QCOMPARE(*pointerTokens(u"/"_s), QStringList{u""_s});
        QCOMPARE(*pointerTokens(u"/0/a~1b/~0~01"_s), (QStringList{u"0"_s, u"a/b"_s, u"~~1"_s}));
        for (const auto& wrong : {u"0"_s, u"a/b"_s, u"/~"_s, u"/~2"_s, u"#/a"_s})
            QVERIFY2(!pointerTokens(wrong), qPrintable(wrong));
        QCOMPARE(pointerTo(pointerTo(u""_s, u"a/b~c"_s), 3), u"/a~1b~0c/3"_s);
        QCOMPARE(*arrayIndex(u"0"_s), 0);
        QCOMPARE(*arrayIndex(u"12"_s), 12);
        for (const auto& wrong : {u""_s, u"-"_s, u"-1"_s, u"01"_s, u"1a"_s, u"99999999999"_s})
            QVERIFY2(!arrayIndex(wrong), qPrintable(wrong));
    }
};

QTEST_GUILESS_MAIN(JsonScanTests)
#include "json_scan_tests.moc"
