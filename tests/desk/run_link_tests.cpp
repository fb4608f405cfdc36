// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "desk/run_link.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;

class RunLinkTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const RunLink run{.run = newRunId(1'700'000'000'000)};
        QCOMPARE(runLinkFrom(toText(run)), std::optional(run));
        const RunLink step{.run = run.run, .step = StepId(u"merge-tf-svc"_s)};
        QCOMPARE(runLinkFrom(toText(step)), std::optional(step));
        QVERIFY(toText(step).endsWith(u"/step/merge-tf-svc"_s));
    }

    void strangersTextIsNoLink_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("another scheme") << u"https://run/abc"_s;
        QTest::newRow("another thing") << u"slipway://retry/abc"_s;
        QTest::newRow("no run") << u"slipway://run/"_s;
        QTest::newRow("a way up") << u"slipway://run/../../etc"_s;
        QTest::newRow("a query") << u"slipway://run/abc?retry=1"_s;
        QTest::newRow("markup") << u"slipway://run/<b>abc</b>"_s;
        QTest::newRow("a second line") << u"slipway://run/abc\nslipway://run/def"_s;
        QTest::newRow("a line end") << u"slipway://run/abc\n"_s;
        QTest::newRow("endless") << u"slipway://run/"_s + QString(u'a').repeated(10'000);
    }
    void strangersTextIsNoLink()
    {
        QFETCH(QString, text);
        QVERIFY(!runLinkFrom(text));
    }
};

QTEST_GUILESS_MAIN(RunLinkTests)
#include "run_link_tests.moc"
