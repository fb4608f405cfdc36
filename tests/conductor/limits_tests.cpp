// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write when: the token bucket and the slots of repositories.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "conductor/effector.h"

#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::conductor;

namespace {

Effector::Key key(const char* step) { return {RunId(u"RUN"_s), StepId(QString::fromLatin1(step))}; }

//! The steps that got their slot since, in order.
class Granted {
public:
    explicit Granted(Effector& effector)
    {
        QObject::connect(&effector, &Effector::granted, &m_context,
            [this](const RunId&, const StepId& step) { m_steps.append(step.text()); });
    }
    QString take()
    {
        QCoreApplication::processEvents();
        return std::exchange(m_steps, {}).join(u' ');
    }

private:
    QObject m_context;
    QStringList m_steps;
};

} // namespace

class LimitsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBurstThenOneASecond()
    {
        TokenBucket bucket;
        Millis now{100000};
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(bucket.delay(now).count(), 0);
            bucket.take(now);
        }
        QVERIFY(bucket.delay(now) > Millis(990) && bucket.delay(now) <= Millis(1001));
        now += bucket.delay(now);
        QCOMPARE(bucket.delay(now).count(), 0);
        bucket.take(now);
        QVERIFY(bucket.delay(now) > Millis(900));
        now += Millis(10000); // refills up to the burst, not beyond
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(bucket.delay(now).count(), 0);
            bucket.take(now);
        }
        QVERIFY(bucket.delay(now) > Millis(0));
    }

    void eightyAMinuteAndFiveHundredAnHour()
    {
        TokenBucket bucket;
        Millis now{0};
        QList<Millis> sent;
        while (sent.size() < 700) {
            now += bucket.delay(now);
            bucket.take(now);
            sent.append(now);
        }
        const auto most = [&](Millis window) {
            qsizetype highest = 0;
            for (qsizetype from = 0, to = 0; to < sent.size(); ++to) {
                while (sent[to] - sent[from] >= window)
                    ++from;
                highest = std::max(highest, to - from + 1);
            }
            return highest;
        };
        QVERIFY2(most(Millis(60000)) <= 80, qPrintable(QString::number(most(Millis(60000)))));
        QCOMPARE(most(Millis(3600000)), 500); // and all that is allowed is used
        QVERIFY(most(Millis(1000)) <= 6);
    }

    void theMinuteHoldsEvenAfterManyBursts()
    {
        TokenBucket bucket;
        // Bursts of five with pauses that refill: the minute's limit counts, not only the bucket.
        int sent = 0;
        for (Millis now{0}; now < Millis(60000); now += Millis(100))
            while (bucket.delay(now) == Millis(0)) {
                bucket.take(now);
                ++sent;
            }
        QVERIFY2(sent <= 80 && sent >= 60, qPrintable(QString::number(sent)));
    }

    void oneWriteInFlightARepository()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        Granted granted(effector);
        QVERIFY(effector.acquire(key("a"), u"x"_s, false));
        QVERIFY(effector.acquire(key("a"), u"x"_s, false)); // held already
        QVERIFY(!effector.acquire(key("b"), u"x"_s, false));
        QVERIFY(effector.acquire(key("c"), u"y"_s, false)); // another repository
        QCOMPARE(granted.take(), QString());
        effector.release(key("a"));
        QCOMPARE(granted.take(), u"b"_s);
        QVERIFY(effector.acquire(key("b"), u"x"_s, false)); // it is held: no second wait
        QVERIFY(!effector.acquire(key("a"), u"x"_s, false));
    }

    void firstComeFirstServed()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        Granted granted(effector);
        QVERIFY(effector.acquire(key("a"), u"x"_s, false));
        for (const char* next : {"b", "c", "d"})
            QVERIFY(!effector.acquire(key(next), u"x"_s, false));
        QVERIFY(!effector.acquire(key("b"), u"x"_s, false)); // asking again is no second place
        effector.release(key("c")); // gave up
        effector.release(key("a"));
        QCOMPARE(granted.take(), u"b"_s);
        // Whoever comes now stands behind d.
        QVERIFY(!effector.acquire(key("e"), u"x"_s, false));
        effector.release(key("b"));
        QCOMPARE(granted.take(), u"d"_s);
        effector.release(key("d"));
        QCOMPARE(granted.take(), u"e"_s);
        effector.release(key("e"));
        effector.release(key("e"));
        QCOMPARE(granted.take(), QString());
    }

    void contentIsLimitedOverAllRepositories()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        Granted granted(effector);
        for (const char* step : {"a", "b", "c", "d", "e"})
            QVERIFY(effector.acquire(key(step), QString::fromLatin1(step), true));
        QVERIFY(!effector.acquire(key("f"), u"f"_s, true));
        QVERIFY(!effector.acquire(key("g"), u"g"_s, true));
        QVERIFY(effector.acquire(key("h"), u"h"_s, false)); // creates no content
        clock.advance(Millis(900));
        QCOMPARE(granted.take(), QString());
        clock.advance(Millis(150));
        QCOMPARE(granted.take(), u"f"_s);
        clock.advance(Millis(1100));
        QCOMPARE(granted.take(), u"g"_s);
    }

    void aRunWithManyWritesDoesNotHoldUpAnother()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        Granted granted(effector);
        for (const char* step : {"1", "2", "3", "4", "5"}) // the burst is used up
            QVERIFY(effector.acquire(key(step), QString::fromLatin1(step), true));
        for (int i = 0; i < 8; ++i)
            QVERIFY(!effector.acquire(
                key(QByteArray("many" + QByteArray::number(i)).constData()), u"repository %1"_s.arg(i), true));
        const Effector::Key late{RunId(u"OTHER"_s), StepId(u"one"_s)};
        QVERIFY(!effector.acquire(late, u"elsewhere"_s, true));
        QString order;
        for (int i = 0; i < 3; ++i) {
            clock.advance(Millis(1100));
            order += granted.take() + u' ';
        }
        QCOMPARE(order, u"one many0 many1 "_s); // RUN had five turns already
    }

    void whoComesWhenATokenIsThereDoesNotPassThoseWhoWait()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        Granted granted(effector);
        for (const char* step : {"1", "2", "3", "4", "5"})
            QVERIFY(effector.acquire(key(step), QString::fromLatin1(step), true));
        QVERIFY(!effector.acquire(key("waits"), u"x"_s, true));
        clock.advance(Millis(999));
        // Its timer has not fired yet when the next one asks, a moment too late.
        bool passed = true;
        const auto timer =
            clock.after(Millis(2), &effector, [&] { passed = effector.acquire(key("comes"), u"y"_s, true); });
        clock.advance(Millis(5));
        QVERIFY(!passed);
        QCOMPARE(granted.take(), u"waits"_s);
    }

    void withoutAConnectionNothingIsSent()
    {
        ManualClock clock;
        Effector effector(nullptr, clock);
        const auto outcome =
            effector.perform(key("a"), github::Effect(github::RerunWorkflow{{u"a"_s, u"b"_s}, 1})).result();
        QVERIFY(outcome.kind == github::EffectOutcome::Kind::NotExecuted);
        QCOMPARE(outcome.error->code, errc::notConnected);
    }
};

QTEST_GUILESS_MAIN(LimitsTests)
#include "limits_tests.moc"
