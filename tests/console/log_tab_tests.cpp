// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a run: what of it is shown, and where it stands.
#include "base/manual_clock.h"
#include "console/log_tab.h"
#include "console/translation.h"
#include "fake_desk.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class LogTabTests : public QObject {
    Q_OBJECT

    //! The page over a run that has waited many times, and over another.
    struct Stage {
        ManualClock clock{Timestamp{1'763'732'400'000}};
        FakeDesk desk{clock};
        FakeDesk::Story story = desk.begin(u"orders-api"_s, 2h);
        RunStory events{desk};
        LogTab page{events};
        QTreeView* table = page.findChild<QTreeView*>();
        QCheckBox* only = page.findChild<QCheckBox*>(u"onlyStep"_s);
        QLineEdit* words = page.findChild<QLineEdit*>(u"logWords"_s);

        Stage()
        {
            story.done("validate", 119min, 118min);
            story.raise("infra-raise", 117min, 116min, {{"number", 226}, {"branch", "add-orders-api"}});
            story.start("infra-merged", 115min);
            waits(60);
            page.resize(700, 240);
        }
        void waits(int times)
        {
            for (int i = 0; i < times; ++i)
                story.wait("infra-merged", 100min - std::chrono::seconds(30 * ++waited), "checks");
        }
        void show(const char* step) { show(story.run(), step); }
        void show(const RunId& run, const char* step)
        {
            const auto view = desk.run(run).result();
            events.follow(&*view);
            page.showRun(*view, step ? view->run.step(StepId(QString::fromLatin1(step))) : nullptr);
            settle();
        }
        void settle()
        {
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        }
        int rows() const { return table->model()->rowCount(); }
        QString text(int row) const { return table->model()->index(row, EventModel::TextColumn).data().toString(); }
        QString top() const { return sequenceAt(table->indexAt({0, 0})); }
        static QString sequenceAt(const QModelIndex& index) { return index.data(EventModel::SequenceRole).toString(); }
        bool isAtEnd() const { return table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum(); }
        int waited = 0;
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void theChosenStepAloneIsShownFromTheFirstOn()
    {
        Stage s;
        s.show("infra-raise"); // while the page is hidden
        s.page.show();
        s.show("infra-raise");
        const int ofTheStep = s.rows();
        QVERIFY(ofTheStep > 0 && ofTheStep < 6);
        s.only->setChecked(false);
        QVERIFY(s.rows() > 60);
        s.show("validate"); // and stays as it was wanted
        QVERIFY(s.rows() > 60);
        s.only->setChecked(true);
        QVERIFY(s.rows() < 6);
        s.show(nullptr); // of the run nothing is left out
        QVERIFY(s.rows() > 60);
        QVERIFY(!s.only->isEnabled());
    }

    void itBeginsAtTheNewestAndStaysThere()
    {
        Stage s;
        s.show("infra-merged");
        s.page.show();
        s.settle();
        QVERIFY(s.table->verticalScrollBar()->maximum() > 0);
        QVERIFY(s.isAtEnd());
        s.waits(5);
        s.show("infra-merged");
        QVERIFY(s.isAtEnd());
        s.page.resize(700, 180);
        s.settle();
        QVERIFY(s.isAtEnd());
    }

    void whereSomebodyReadsNothingMoves()
    {
        Stage s;
        s.page.show();
        s.show("infra-merged");
        s.table->verticalScrollBar()->setValue(20);
        const QString top = s.top();
        const int rows = s.rows();
        s.waits(5);
        s.show("infra-merged");
        QCOMPARE(s.rows(), rows + 5);
        QCOMPARE(s.top(), top);
        s.only->setChecked(false); // more above and below
        s.settle();
        QCOMPARE(s.top(), top);
        s.only->setChecked(true);
        s.settle();
        QCOMPARE(s.top(), top);
        s.show("infra-raise"); // another log, from its newest
        s.show("infra-merged");
        QVERIFY(s.isAtEnd());
    }

    void wordsFilterItAndStayWhileTheChoiceMoves()
    {
        Stage s;
        s.page.show();
        s.show("infra-raise");
        const QString first = s.text(0);
        s.words->setText(first.section(u' ', 0, 0).toUpper());
        QVERIFY(s.rows() >= 1);
        s.words->setText(u"no such words"_s);
        QCOMPARE(s.rows(), 0);
        QVERIFY(!s.table->isVisible()); // it says so in place of nothing
        bool isSaid = false;
        for (const QLabel* label : s.page.findChildren<QLabel*>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"has these words"_s));
        QVERIFY(isSaid);
        s.show("infra-merged");
        QCOMPARE(s.words->text(), u"no such words"_s);
        QCOMPARE(s.rows(), 0);
        s.words->clear();
        QVERIFY(s.table->isVisible());
        QVERIFY(s.rows() > 50);
    }

    //! The run goes on, and another may be chosen, while somebody looks for a folder.
    void whatWasShownIsSaved_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("txt") << u"txt"_s;
        QTest::newRow("csv") << u"csv"_s;
    }
    void whatWasShownIsSaved()
    {
        QFETCH(QString, ending);
        Stage s;
        s.page.show();
        s.show("infra-raise");
        const int rows = s.rows();
        QVERIFY(rows > 0);
        s.page.findChild<QPushButton*>(u"saveLogButton"_s)->click();
        QPointer<QFileDialog> ask = s.page.findChild<QFileDialog*>(u"saveLog"_s);
        QVERIFY(ask);
        s.show(s.desk.begin(u"stock-feed"_s, 1h).fail("validate", 30min, workflowFailed()).run(), nullptr);
        QVERIFY(s.rows() != rows);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"log."_s + ending));
        Q_EMIT ask->fileSelected(file.fileName());
        ask->close();
        QTRY_VERIFY(file.size() > 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(!text.contains("stock-feed"), text.constData());
        QCOMPARE(text.count('\n'), rows + 1);
    }
};

QTEST_MAIN(LogTabTests)
#include "log_tab_tests.moc"
