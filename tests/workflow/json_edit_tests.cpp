// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "edit_checks.h"

#include <QElapsedTimer>
#include <QTest>

using namespace slipway;

namespace {

const char* const tenant = R"({"zone":"protected","mongo":true,"redis":false})";

QByteArray insertMember(const QByteArray& pointer, const QByteArray& name, const QByteArray& value)
{
    return "{\"insertMember\":\"" + pointer + "\",\"name\":\"" + name + "\",\"value\":" + value + "}";
}
QByteArray appendUnique(const QByteArray& pointer, const QByteArray& value)
{
    return "{\"appendUnique\":\"" + pointer + "\",\"value\":" + value + "}";
}
QByteArray appendUnlessMatch(const QByteArray& pointer, const QByteArray& member, const QByteArray& value)
{
    return "{\"appendUnlessMatch\":\"" + pointer + "\",\"member\":\"" + member + "\",\"value\":" + value + "}";
}
QByteArray removeMember(const QByteArray& pointer, const QByteArray& name)
{
    return "{\"removeMember\":\"" + pointer + "\",\"name\":\"" + name + "\"}";
}
QByteArray removeElement(const QByteArray& pointer, const QByteArray& value)
{
    return "{\"removeElement\":\"" + pointer + "\",\"value\":" + value + "}";
}

Result<QByteArray> edit(const QByteArray& text, const QByteArray& how) { return applyEdit(text, *parseJson(how)); }

} // namespace

class JsonEditTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void insertsInTheFilesOwnStyle_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& how,
                             const QByteArray& after) { QTest::newRow(name) << before << how << after; };
        row("two spaces", "[\n  {\n    \"a\": {\n      \"zone\": \"public\"\n    }\n  }\n]\n",
            insertMember("/0", "b", tenant),
            "[\n  {\n    \"a\": {\n      \"zone\": \"public\"\n    },\n    \"b\": {\n      \"zone\": \"protected\",\n"
            "      \"mongo\": true,\n      \"redis\": false\n    }\n  }\n]\n");
        row("tabs", "[\n\t{\n\t\t\"a\": {\n\t\t\t\"zone\": \"public\"\n\t\t}\n\t}\n]", insertMember("/0", "b", tenant),
            "[\n\t{\n\t\t\"a\": {\n\t\t\t\"zone\": \"public\"\n\t\t},\n\t\t\"b\": {\n\t\t\t\"zone\": \"protected\",\n"
            "\t\t\t\"mongo\": true,\n\t\t\t\"redis\": false\n\t\t}\n\t}\n]");
        row("four spaces", "{\n    \"a\": 1\n}\n", insertMember("", "b", "{\"c\":[1]}"),
            "{\n    \"a\": 1,\n    \"b\": {\n        \"c\": [\n            1\n        ]\n    }\n}\n");
        row("CRLF", "[\r\n  \"a\"\r\n]\r\n", appendUnique("", "\"b\""), "[\r\n  \"a\",\r\n  \"b\"\r\n]\r\n");
        row("CRLF, nested", "{\r\n  \"a\": {}\r\n}", insertMember("/a", "b", "{\"c\":1}"),
            "{\r\n  \"a\": {\r\n    \"b\": {\r\n      \"c\": 1\r\n    }\r\n  }\r\n}");
        row("no indentation at all", "{\n\"a\": {\n\"b\": 1\n}\n}\n", insertMember("", "c", "{\"d\":1}"),
            "{\n\"a\": {\n\"b\": 1\n},\n\"c\": {\n\"d\": 1\n}\n}\n");
        row("BOM", "\xEF\xBB\xBF[\n  1\n]", appendUnique("", "2"), "\xEF\xBB\xBF[\n  1,\n  2\n]");
        row("BOM before an empty one", "\xEF\xBB\xBF[]", appendUnique("", "2"), "\xEF\xBB\xBF[\n  2\n]");
        row("numbers and escapes stay as spelled", "[1.50, 1e2, 12345678901234567890123]", appendUnique("", "3"),
            "[1.50, 1e2, 12345678901234567890123, 3]");
        row("texts stay as spelled", "[\"caf\\u00e9\", \"\\/\"]", appendUnique("", "\"th\xC3\xA9\""),
            "[\"caf\\u00e9\", \"\\/\", \"th\xC3\xA9\"]");
        row("inline array", "{\n  \"queues\": [\"a\", \"b\"],\n  \"x\": 1\n}", appendUnique("/queues", "\"c\""),
            "{\n  \"queues\": [\"a\", \"b\", \"c\"],\n  \"x\": 1\n}");
        row("inline array without spaces", "[1,2]\n", appendUnique("", "3"), "[1,2,3]\n");
        row("inline array with odd commas", "[1 ,2]", appendUnique("", "3"), "[1 ,2 ,3]");
        row("inline with padding", "[ 1, 2 ]", appendUnique("", "3"), "[ 1, 2, 3 ]");
        row("one element inline", "[\"a\"]", appendUnique("", "\"b\""), "[\"a\", \"b\"]");
        row("compact file", "{\"a\":[\"x\"],\"b\":1}", appendUnique("/a", "\"y\""), "{\"a\":[\"x\",\"y\"],\"b\":1}");
        row("compact file, object", "[{\"a\":{\"zone\":\"public\"}}]", insertMember("/0", "b", tenant),
            "[{\"a\":{\"zone\":\"public\"},\"b\":{\"zone\":\"protected\",\"mongo\":true,\"redis\":false}}]");
        row("inline object with padding", "{ \"a\": { \"b\": 1 } }", insertMember("", "c", "{\"d\":2}"),
            "{ \"a\": { \"b\": 1 }, \"c\": { \"d\": 2 } }");
        row("inline objects line by line", "{\n  \"a\": {\"zone\": \"public\"},\n  \"b\": {\"zone\": \"public\"}\n}",
            insertMember("", "c", tenant),
            "{\n  \"a\": {\"zone\": \"public\"},\n  \"b\": {\"zone\": \"public\"},\n"
            "  \"c\": {\"zone\": \"protected\", \"mongo\": true, \"redis\": false}\n}");
        row("braces in one line with the brackets", "[{\n  \"a\": 1\n}, {\n  \"a\": 2\n}]",
            appendUnlessMatch("", "a", "{\"a\":3}"), "[{\n  \"a\": 1\n}, {\n  \"a\": 2\n}, {\n  \"a\": 3\n}]");
        row("one such", "[{\n  \"a\": 1\n}]", appendUnlessMatch("", "a", "{\"a\":3}"),
            "[{\n  \"a\": 1\n}, {\n  \"a\": 3\n}]");
        row("commas first", "[\n  1\n  , 2\n]", appendUnique("", "3"), "[\n  1\n  , 2\n  , 3\n]");
        row("blank lines between", "[\n  1,\n\n  2\n]", appendUnique("", "3"), "[\n  1,\n\n  2,\n  3\n]");
        row("trailing spaces", "[  \n  1 ,  \n  2  \n]  \n", appendUnique("", "3"), "[  \n  1 ,  \n  2,\n  3  \n]  \n");
        row("spaces before the colon", "{\n  \"a\" : 1\n}", insertMember("", "b", "{\"c\":1}"),
            "{\n  \"a\" : 1,\n  \"b\" : {\n    \"c\" : 1\n  }\n}");
        row("several on a line, bracket below", "[\n  1, 2\n]", appendUnique("", "3"), "[\n  1, 2, 3\n]");
        row("the sibling's inner style",
            "[\n  {\n    \"n\": \"a\",\n    \"q\": [\"x\"],\n    \"o\": {\n      \"p\": 1\n    }\n  }\n]",
            appendUnlessMatch("", "n", R"({"n":"b","q":["y","z"],"o":{"p":2}})"),
            "[\n  {\n    \"n\": \"a\",\n    \"q\": [\"x\"],\n    \"o\": {\n      \"p\": 1\n    }\n  },\n  {\n    "
            "\"n\": \"b\",\n"
            "    \"q\": [\"y\", \"z\"],\n    \"o\": {\n      \"p\": 2\n    }\n  }\n]");
        row("empty array", "[]\n", appendUnique("", "\"a\""), "[\n  \"a\"\n]\n");
        row("empty object in an array", "[{}]\n", insertMember("/0", "a", "{\"b\":1}"),
            "[{\n  \"a\": {\n    \"b\": 1\n  }\n}]\n");
        row("empty, in a file with tabs", "{\n\t\"a\": [],\n\t\"b\": {}\n}", appendUnique("/a", "1"),
            "{\n\t\"a\": [\n\t\t1\n\t],\n\t\"b\": {}\n}");
        row("empty, in a file on one line", "{\"a\": [], \"b\": 1}", appendUnique("/a", "1"), "{\"a\": [1], \"b\": 1}");
        row("empty, on a line with others", "{\n  \"a\": {\"b\": [], \"c\": 1}\n}", appendUnique("/a/b", "1"),
            "{\n  \"a\": {\"b\": [1], \"c\": 1}\n}");
        row("empty over two lines", "{\n  \"a\": [\n  ]\n}", appendUnique("/a", "1"), "{\n  \"a\": [\n    1\n  ]\n}");
        row("empty over two lines, trailing space", "[ \r\n]", appendUnique("", "1"), "[ \r\n  1\r\n]");
        row("empty with a space", "{\"a\": [ ], \"b\": 1}", appendUnique("/a", "1"), "{\"a\": [ 1 ], \"b\": 1}");
        row("empty containers in what is inserted", "{\n  \"a\": 1\n}", insertMember("", "b", "{\"c\":[],\"d\":{}}"),
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [],\n    \"d\": {}\n  }\n}");
        row("nested empties", "{\n  \"a\": [[], [[]]]\n}", appendUnique("/a", "[1]"), "{\n  \"a\": [[], [[]], [1]]\n}");
        row("a name that needs escapes", "{\"a\": 1}", insertMember("", "q\\\"\\n", "2"),
            "{\"a\": 1, \"q\\\"\\n\": 2}");
        row("pointer with escapes", "{\"a/b\": {\"~\": [1, 2]}}", appendUnique("/a~1b/~0", "3"),
            "{\"a/b\": {\"~\": [1, 2, 3]}}");
        row("pointer to an escaped name", "{\"caf\\u00e9\": [1, 2]}", appendUnique("/caf\xC3\xA9", "3"),
            "{\"caf\\u00e9\": [1, 2, 3]}");
    }
    void insertsInTheFilesOwnStyle()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, how);
        QFETCH(QByteArray, after);
        const auto edited = edit(before, how);
        QVERIFY2(edited.ok(), toBytes(toJson(edited.ok() ? Error{} : edited.error())).constData());
        QCOMPARE(*edited, after);
        QVERIFY(isInsertion(before, *edited));
        QVERIFY(scanJson(*edited).ok());
    }

    void changesNothingWhenItIsThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("same text") << QByteArray("[ \"a\" ,\"b\"]") << appendUnique("", "\"b\"");
        QTest::newRow("text with another spelling")
            << QByteArray("[\"caf\\u00e9\"]") << appendUnique("", "\"caf\xC3\xA9\"");
        QTest::newRow("number with another spelling") << QByteArray("[1.50]") << appendUnique("", "1.5");
        QTest::newRow("object in another order")
            << QByteArray("[{\"b\": 2, \"a\": 1}]") << appendUnique("", "{\"a\":1,\"b\":2}");
        QTest::newRow("match") << QByteArray("[{\"n\": \"x\"}, {\"n\": \"caf\\u00e9\", \"v\": 1}]")
                               << appendUnlessMatch("", "n", "{\"n\":\"caf\xC3\xA9\",\"v\":2}");
        QTest::newRow("null") << QByteArray("[null]") << appendUnique("", "null");
    }
    void changesNothingWhenItIsThere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, how);
        const auto edited = edit(text, how);
        QVERIFY(edited.ok());
        QCOMPARE(*edited, text);
    }

    void doesNotTakeOneForAnother()
    {
        QCOMPARE(*edit("[\"a\"]", appendUnique("", "\"A\"")), QByteArray("[\"a\", \"A\"]"));
        QCOMPARE(*edit("[1, 2]", appendUnique("", "12")), QByteArray("[1, 2, 12]"));
        // The match is by the named member alone, and an object without it does not match.
        QCOMPARE(*edit("[{\"v\": \"a\"}, {\"n\": {\"n\": \"a\"}}]", appendUnlessMatch("", "n", "{\"n\":\"a\"}")),
            QByteArray("[{\"v\": \"a\"}, {\"n\": {\"n\": \"a\"}}, {\"n\": \"a\"}]"));
    }

    void removes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QByteArray>("after");
        const QByteArray object = "{\n  \"a\": 1.50,\n  \"b\": {\n    \"c\": 2\n  },\n  \"d\": \"\\u00e9\"\n}";
        QTest::newRow("first member") << object << removeMember("", "a")
                                      << QByteArray("{\n  \"b\": {\n    \"c\": 2\n  },\n  \"d\": \"\\u00e9\"\n}");
        QTest::newRow("member in the middle")
            << object << removeMember("", "b") << QByteArray("{\n  \"a\": 1.50,\n  \"d\": \"\\u00e9\"\n}");
        QTest::newRow("last member") << object << removeMember("", "d")
                                     << QByteArray("{\n  \"a\": 1.50,\n  \"b\": {\n    \"c\": 2\n  }\n}");
        QTest::newRow("only member") << object << removeMember("/b", "c")
                                     << QByteArray("{\n  \"a\": 1.50,\n  \"b\": {},\n  \"d\": \"\\u00e9\"\n}");
        const QByteArray byName = R"({"removeMatch": "", "member": "name", "value": "b"})";
        QTest::newRow("match, the last of two")
            << QByteArray("[\n  {\"name\": \"b\"},\n  {\"x\": 1},\n  {\"name\": \"b\", \"v\": 2}\n]\n") << byName
            << QByteArray("[\n  {\"name\": \"b\"},\n  {\"x\": 1}\n]\n");
        for (const char* edit : {R"({"removeMatch": "", "member": "name", "value": "b", "ifThere": true})",
                 R"({"removeElement": "", "value": {"name": "b"}, "ifThere": true})",
                 R"({"removeMember": "/0", "name": "b", "ifThere": true})"})
            QTest::newRow(edit) << QByteArray("[ {\"name\":\"c\"} ]") << QByteArray(edit)
                                << QByteArray("[ {\"name\":\"c\"} ]");
        QTest::newRow("element inline") << QByteArray("[1, 2, 3]\r\n") << removeElement("", "2")
                                        << QByteArray("[1, 3]\r\n");
        QTest::newRow("last of equal ones")
            << QByteArray("[1, 2,1]") << removeElement("", "1.0") << QByteArray("[1, 2]");
        QTest::newRow("equal by value") << QByteArray("[{\"b\":1,\"a\":\"\\u00e9\"}]")
                                        << removeElement("", "{\"a\":\"\xC3\xA9\",\"b\":1}") << QByteArray("[]");
        QTest::newRow("commas first") << QByteArray("[\n  1\n  , 2\n  , 3\n]") << removeElement("", "3")
                                      << QByteArray("[\n  1\n  , 2\n]");
    }
    void removes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, how);
        QFETCH(QByteArray, after);
        const auto edited = edit(before, how);
        QVERIFY(edited.ok());
        QCOMPARE(*edited, after);
        QVERIFY(isInsertion(*edited, before));
    }

    void refusesAnotherShape_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& how, const QString& pointer,
                             const QString& expected, const QString& found) {
            QTest::newRow(name) << text << how << pointer << expected << found;
        };
        const auto insert = insertMember("/0", "a", "1");
        const QByteArray insertOnly = R"({"insertMember":"/0","only":true,"name":"a","value":1})";
        const auto append = appendUnique("", "\"a\"");
        const auto match = appendUnlessMatch("", "n", "{\"n\":1}");
        row("empty array", "[]", insert, u"/0"_s, u"an object"_s, u"nothing"_s);
        row("array of texts", "[\"a\"]", insert, u"/0"_s, u"an object"_s, u"a text"_s);
        row("array of arrays", "[[]]", insert, u"/0"_s, u"an object"_s, u"an array"_s);
        row("null", "[null]", insert, u"/0"_s, u"an object"_s, u"null"_s);
        row("no array", "{\"a\": {}}", insert, u"/0"_s, u"an object"_s, u"nothing"_s);
        row("a text", "\"a\"", insert, u""_s, u"an object or an array"_s, u"a text"_s);
        row("two objects", "[{}, {}]", insertOnly, u""_s, u"an array of exactly one element"_s, u"one of 2 elements"_s);
        row("object for a list", "{}", append, u""_s, u"an array"_s, u"an object"_s);
        row("number for a list", "1", append, u""_s, u"an array"_s, u"a number"_s);
        row("object among texts", "[\"a\", {}]", append, u"/1"_s, u"a text"_s, u"an object"_s);
        row("flag among objects", "[{\"n\": 2}, true]", match, u"/1"_s, u"an object"_s, u"true or false"_s);
        row("deep", "{\"a\": {\"b\": [1]}}", appendUnique("/a/b/c", "1"), u"/a/b/c"_s, u"an array"_s, u"nothing"_s);
        row("through a number", "{\"a\": 1}", appendUnique("/a/b", "1"), u"/a"_s, u"an object or an array"_s,
            u"a number"_s);
        row("leading zero", "[[]]", appendUnique("/00", "1"), u"/00"_s, u"an array"_s, u"nothing"_s);
        row("after the last", "[[]]", appendUnique("/-", "1"), u"/-"_s, u"an array"_s, u"nothing"_s);
        row("no pointer", "[[]]", appendUnique("0", "1"), u"0"_s, u"a JSON pointer"_s, u"another text"_s);
        row("remove from a list", "[1]", removeMember("", "a"), u""_s, u"an object"_s, u"an array"_s);
        row("name is no text", "{}", R"({"insertMember":"","name":3,"value":1})", u""_s, u"a text as the name"_s,
            u"a number"_s);
        row("value without the member", "[]", appendUnlessMatch("", "n", "{\"m\":1}"), u""_s,
            u"a value with the member \"n\""_s, u"an object"_s);
    }
    void refusesAnotherShape()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, how);
        const auto edited = edit(text, how);
        QVERIFY(!edited.ok());
        QCOMPARE(edited.error().code, errc::editShape);
        QTEST(textAt(edited.error().args, "pointer"), "pointer");
        QTEST(textAt(edited.error().args, "expected"), "expected");
        QTEST(textAt(edited.error().args, "found"), "found");
    }

    void refusesTheRest()
    {
        const auto exists = edit("[{\"caf\\u00e9\": 1}]", insertMember("/0", "caf\xC3\xA9", "2"));
        QVERIFY(!exists.ok());
        QCOMPARE(exists.error().code, errc::editNameExists);
        QCOMPARE(textAt(exists.error().args, "name"), u"café"_s);
        QCOMPARE(textAt(exists.error().args, "pointer"), u"/0"_s);

        QCOMPARE(edit("{}", removeMember("", "a")).error().code, errc::editNotFound);
        QCOMPARE(edit("[1]", removeElement("", "2")).error().code, errc::editNotFound);

        const auto broken = edit("[\n  {\"a\": 1,}\n]", insertMember("/0", "b", "2"));
        QVERIFY(!broken.ok());
        QCOMPARE(broken.error().code, errc::editInvalidJson);
        QCOMPARE(integerAt(broken.error().args, "line"), 2);
        QCOMPARE(integerAt(broken.error().args, "column"), 11);

        QCOMPARE(edit("{}", "{\"setMember\":\"\",\"name\":\"a\",\"value\":1}").error().code, errc::editShape);
    }

    void onlyAcceptsTheOnlyElement()
    {
        QCOMPARE(*edit("[{}]", R"({"insertMember":"/0","only":true,"name":"a","value":1})"),
            QByteArray("[{\n  \"a\": 1\n}]"));
    }

    void threeThousandEntriesAreFast()
    {
        QByteArray text = "[\n  {\n";
        QByteArray list = "[\n";
        for (int i = 0; i < 3000; ++i) {
            const auto name = "service-" + QByteArray::number(i);
            text += "    \"" + name
                + "\": {\n      \"zone\": \"public\",\n      \"queues\": [\"a\", \"b\"],\n"
                  "      \"mongo\": false\n    }"
                + (i < 2999 ? ",\n" : "\n");
            list += "  {\"container_image\": \"" + name + "\", \"task_cpu\": 1.50}" + (i < 2999 ? ",\n" : "\n");
        }
        text += "  }\n]\n";
        list += "]\n";
        QElapsedTimer timer;
        timer.start();
        const auto edited = edit(text, insertMember("/0", "service-3000", tenant));
        const auto appended = edit(list, appendUnlessMatch("", "container_image", "{\"container_image\":\"new\"}"));
        const auto unique = edit(list, appendUnique("", "{\"container_image\":\"new\"}"));
        const auto passed = timer.elapsed();
        QVERIFY(edited.ok() && appended.ok() && unique.ok());
        QVERIFY(isInsertion(text, *edited) && isInsertion(list, *appended) && isInsertion(list, *unique));
        QVERIFY(edited->endsWith("      \"mongo\": true,\n      \"redis\": false\n    }\n  }\n]\n"));
        QVERIFY(appended->endsWith(",\n  {\"container_image\": \"new\"}\n]\n"));
        // Far from what it takes (some ten milliseconds), far below what a quadratic way would.
        QVERIFY2(passed < 3000, qPrintable(QString::number(passed)));

        const auto removed = edit(*edited, removeMember("/0", "service-3000"));
        QVERIFY(removed.ok());
        QCOMPARE(*removed, text);
    }
};

QTEST_GUILESS_MAIN(JsonEditTests)
#include "json_edit_tests.moc"
