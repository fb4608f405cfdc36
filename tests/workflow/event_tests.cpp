// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"
#include "workflow/event.h"

#include <QSet>
#include <QTest>

using namespace slipway;

namespace {

//! What stands in journals that exist: a name that changes makes them unreadable.
const QStringList journaled{u"RunStarted"_s, u"StepStarted"_s, u"EffectIntended"_s, u"EffectSucceeded"_s,
    u"EffectFailed"_s, u"EffectUnknown"_s, u"EffectResolved"_s, u"StepWaiting"_s, u"OutputsRevised"_s,
    u"GenerationStarted"_s, u"StepSucceeded"_s, u"StepFailed"_s, u"StepAsked"_s, u"StepAdvanced"_s, u"StepSkipped"_s,
    u"StepCancelled"_s, u"StepUndone"_s, u"RetryRequested"_s, u"LookRequested"_s, u"RunPaused"_s, u"RunResumed"_s,
    u"RunParked"_s, u"RunUnparked"_s, u"CancelRequested"_s, u"RunCancelled"_s, u"UndoRequested"_s, u"RunUndone"_s,
    u"NoteAdded"_s};

Event sample(EventType type)
{
    return {.run = RunId(u"01JD0000000000000000000000"_s),
        .sequence = 7,
        .at = {1700000000123},
        .actor = u"Mía"_s,
        .type = type,
        .step = StepId(u"infra-raise"_s),
        .purpose = Purpose::Undo,
        .attempt = 3,
        .data = {{"number", 9007199254740993}, {"list", {1, "two", nullptr}}, {"text", "ü\n"}}};
}

} // namespace

class EventTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTypeHasItsJournaledName()
    {
        for (int i = 0; i < journaled.size(); ++i) {
            QCOMPARE(toText(EventType(i)), journaled[i]);
            QVERIFY(eventTypeFromText(journaled[i]) == EventType(i));
        }
        QCOMPARE(int(EventType::NoteAdded) + 1, int(journaled.size()));
        QVERIFY(!eventTypeFromText(u"noteadded"_s));
        QVERIFY(!eventTypeFromText({}));
    }

    void everyTypeGoesThroughJsonUnchanged()
    {
        for (int i = 0; i < journaled.size(); ++i) {
            const Event event = sample(EventType(i));
            const auto text = parseJson(toBytes(toJson(event)));
            QVERIFY(text.ok());
            const auto back = eventFromJson(*text);
            QVERIFY2(back.ok(), qPrintable(journaled[i]));
            QVERIFY2(*back == event, qPrintable(journaled[i]));
        }
    }

    void anEventOfTheWholeRunHasNoStepPurposeOrAttempt()
    {
        Event event = sample(EventType::NoteAdded);
        event.step = {};
        event.attempt = 0;
        event.purpose = Purpose::Do;
        const Json json = toJson(event);
        for (const char* name : {"step", "purpose", "attempt"})
            QVERIFY2(!json.contains(name), name);
        QVERIFY(*eventFromJson(json) == event);
    }

    void whatIsNoEventIsRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("type unknown") << QByteArray("type") << QByteArray("\"RunExploded\"");
        QTest::newRow("type no text") << QByteArray("type") << QByteArray("5");
        QTest::newRow("no moment") << QByteArray("at") << QByteArray("\"yesterday\"");
        QTest::newRow("sequence 0") << QByteArray("sequence") << QByteArray("0");
        QTest::newRow("sequence text") << QByteArray("sequence") << QByteArray("\"1\"");
        QTest::newRow("data list") << QByteArray("data") << QByteArray("[]");
        QTest::newRow("data null") << QByteArray("data") << QByteArray("null");
    }
    void whatIsNoEventIsRefused()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        Json json = toJson(sample(EventType::StepFailed));
        QVERIFY(eventFromJson(json).ok());
        json[member.toStdString()] = *parseJson("{\"v\":" + value + "}");
        json[member.toStdString()] = Json(json[member.toStdString()]["v"]);
        const auto read = eventFromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, errc::storeDamaged);
    }
};

QTEST_GUILESS_MAIN(EventTests)
#include "event_tests.moc"
