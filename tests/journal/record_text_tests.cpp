// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "journal/record_text.h"

#include <QTest>

using namespace slipway;
using namespace slipway::journal;

namespace {

QStringList textsOf(const QByteArray& file)
{
    QStringList texts;
    for (const auto& record : readRecords(file))
        texts += u"%1 "_s.arg(record.line)
            + (record.record ? QString::fromUtf8(toBytes(*record.record))
                             : u"%1:%2 %3"_s.arg(integerAt(record.record.error().args, "line"))
                                   .arg(integerAt(record.record.error().args, "column"))
                                   .arg(textAt(record.record.error().args, "reason")));
    return texts;
}

} // namespace

//! What the Mongo tools write, read as documents.
class RecordTextTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("records");
        QTest::newRow("nothing") << QByteArray(" \n ") << QStringList{};
        QTest::newRow("lines") << QByteArray("{\"a\":1}\n{\"b\":2}\n")
                               << QStringList{u"1 {\"a\":1}"_s, u"2 {\"b\":2}"_s};
        QTest::newRow("an array") << QByteArray("[{\"a\":1},\n {\"b\":[]}]\n")
                                  << QStringList{u"1 {\"a\":1}"_s, u"2 {\"b\":[]}"_s};
        QTest::newRow("one that is laid out")
            << QByteArray("\xef\xbb\xbf{\n  \"a\" : 1\n}\n") << QStringList{u"1 {\"a\":1}"_s};
        QTest::newRow("both forms of Extended JSON stay")
            << QByteArray(R"({"_id":{"$oid":"6f"},"at":{"$date":{"$numberLong":"1"}},"n":{"$numberLong":"2"}})")
            << QStringList{uR"(1 {"_id":{"$oid":"6f"},"at":{"$date":{"$numberLong":"1"}},"n":{"$numberLong":"2"}})"_s};
        QTest::newRow("the shell")
            << QByteArray("{\n _id : ObjectId(\"6f\"), 'at': ISODate('2023-09-21T13:37:19.352Z'),\n"
                          " id: NumberLong(6262496892), big: NumberLong(\"9\"), small: NumberInt(3),\n"
                          " old: new Date(17), nothing: undefined, }\n{ b: true }")
            << QStringList{uR"(1 {"_id":{"$oid":"6f"},"at":{"$date":"2023-09-21T13:37:19.352Z"},)"_s
                       + uR"("id":{"$numberLong":"6262496892"},"big":{"$numberLong":"9"},"small":{"$numberInt":"3"},)"_s
                       + uR"("old":{"$date":{"$numberLong":"17"}},"nothing":null})"_s,
                   u"5 {\"b\":true}"_s};
        QTest::newRow("escapes") << QByteArray(R"({"a":"\u00e9\ud83e\udd16\n\/"})")
                                 << QStringList{u"1 {\"a\":\"é🤖\\n/\"}"_s};
        QTest::newRow("numbers keep 64 bits")
            << QByteArray("{\"a\":[9223372036854775807,18446744073709551615,-1,2.5]}")
            << QStringList{u"1 {\"a\":[9223372036854775807,18446744073709551615,-1,2.5]}"_s};
    }
    void readsEveryForm()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, records);
        QCOMPARE(textsOf(file), records);
    }

    void aBrokenOneNamesItsPlaceAndStopsNoOther_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* broken, const QString& said) {
            QTest::newRow(broken) << QByteArray(broken) << said;
        };
        row("{\"a\":", u"3:1 no value stands here"_s);
        row("{\"a\":\"cut", u"2:10 a control character stands in a text"_s);
        row("{\"a\":1,\"a\":2}", u"2:11 the name \"a\" stands twice in one object"_s);
        row("{\"a\" 1}", u"2:6 a colon must stand here"_s);
        row("{\"a\":1 \"b\":2}", u"2:8 a comma or } must stand here"_s);
        row("{\"a\":01}", u"2:6 this is no number"_s);
        row("{\"a\":rm(1)}", u"2:6 \"rm\" is nothing that a record may hold"_s);
        row("{\"a\":ObjectId({})}", u"2:18 a text or a number must stand in the brackets"_s);
        row("{\"a\":\"\\ud83e\"}", u"2:13 half a character stands here"_s);
        row("{\"a\":\"\\x\"}", u"2:7 this is no escape that a text may have"_s);
        row("{\"a\":1} tail", u"2:9 something stands behind the record"_s);
    }
    void aBrokenOneNamesItsPlaceAndStopsNoOther()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QString, said);
        const auto texts = textsOf("{\"first\":1}\n" + broken + "\n{\"last\":1}\n");
        QCOMPARE(texts.size(), 3);
        QCOMPARE(texts.first(), u"1 {\"first\":1}"_s);
        QCOMPARE(texts.last(), u"3 {\"last\":1}"_s);
        if (said != u"3:1 no value stands here")
            QCOMPARE(texts.at(1), u"2 "_s + said);
    }

    //! mongoexport --jsonArray writes all of them in one line.
    void aBrokenOneInAnArrayOfOneLineStopsNoOther_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QString>("said");
        QTest::newRow("wrong word") << QByteArray("{\"_id\":2,\"a\":{\"b\":[rm(1)]}}")
                                    << u"\"rm\" is nothing that a record may hold"_s;
        QTest::newRow("twice the same name")
            << QByteArray("{\"_id\":2,\"a\":\"}{\",\"a\":[2]}") << u"the name \"a\" stands twice in one object"_s;
        QTest::newRow("not closed") << QByteArray("{\"_id\":2,\"b\":{\"c\":1}")
                                    << u"the name of a member must stand here"_s;
        QTest::newRow("a text that does not end")
            << QByteArray("{\"_id\":2,\"b\":\"x") << u"a comma or } must stand here"_s;
        QTest::newRow("no bracket at its end")
            << QByteArray("{\"_id\":2,\"b\":[1,2}") << u"a comma or ] must stand here"_s;
    }
    void aBrokenOneInAnArrayOfOneLineStopsNoOther()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QString, said);
        const auto records =
            readRecords("[{\"_id\":1,\"a\":[{\"b\":1},{\"b\":2}]}," + broken + ",{\"_id\":3,\"a\":\"é\"},{\"_id\":4}]");
        QCOMPARE(records.size(), 4);
        for (int i : {0, 2, 3}) {
            QVERIFY2(records[i].record.ok(), qPrintable(QString::number(i)));
            QCOMPARE(integerAt(*records[i].record, "_id"), i + 1);
            QCOMPARE(records[i].number, i + 1);
        }
        QVERIFY(!records[1].record);
        QCOMPARE(records[1].number, 2);
        QCOMPARE(textAt(records[1].record.error().args, "reason"), said);
    }

    void depthIsLimited()
    {
        const auto records = readRecords("{\"a\":" + QByteArray(100'000, '[') + "\n{\"b\":1}");
        QCOMPARE(records.size(), 2);
        QVERIFY(!records.first().record);
        QVERIFY(records.last().record);
    }
};

QTEST_GUILESS_MAIN(RecordTextTests)
#include "record_text_tests.moc"
