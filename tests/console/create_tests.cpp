// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "console/availability_line.h"
#include "console/create_dialog.h"
#include "console/diff_view.h"
#include "console/drafts.h"
#include "console/input_form.h"
#include "console/translation.h"
#include "fake_desk.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class CreateTests : public QObject {
    Q_OBJECT

    struct Stage {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
        ManualClock clock;
        FakeDesk desk{clock};
        QList<QUrl> opened;
        std::unique_ptr<CreateDialog> dialog;

        Stage() { open(); }
        void open()
        {
            dialog = std::make_unique<CreateDialog>(
                CreateDialog::Context{desk, clock, settings, [this](const QUrl& url) { opened += url; }});
            dialog->show();
            settle();
        }
        void settle()
        {
            for (int i = 0; i < 3; ++i) {
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
        void pause(Millis time = 350ms)
        {
            clock.advance(time);
            settle();
        }
        QLineEdit* name() { return dialog->findChild<QLineEdit*>(u"input-repositoryName"_s); }
        QComboBox* type() { return dialog->findChild<QComboBox*>(u"input-serviceType"_s); }
        QComboBox* team() { return dialog->findChild<QComboBox*>(u"input-owningTeam"_s); }
        QPushButton* create() { return dialog->findChild<QPushButton*>(u"createButton"_s); }
        AvailabilityLine* availability() { return dialog->findChild<AvailabilityLine*>(); }
        void fill(const QString& text = u"harvest-api"_s)
        {
            name()->clear();
            QTest::keyClicks(name(), text);
            type()->setCurrentIndex(1);
            team()->setCurrentIndex(2);
            settle();
        }
        QToolButton* missing(const QString& start)
        {
            for (QToolButton* button : dialog->findChildren<QToolButton*>())
                if (button->isVisible() && button->text().startsWith(start))
                    return button;
            return nullptr;
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void wordsOfTheWorkflowAreShown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        QTest::newRow("capital") << u"Orders"_s << u"Letters and numbers with hyphen separators"_s;
        QTest::newRow("hyphen at the end") << u"orders-"_s << u"Start and end with a letter or digit"_s;
        QTest::newRow("too long") << QString(33, u'a') << u"32 characters or less"_s;
    }
    void wordsOfTheWorkflowAreShown()
    {
        QFETCH(QString, name);
        QFETCH(QString, message);
        Stage s;
        s.fill(name);
        s.pause();
        QVERIFY(s.missing(u"Service name: "_s + message));
        QVERIFY(!s.create()->isEnabled());
        QCOMPARE(s.name()->text(), name); // never rewritten
        QVERIFY(s.desk.checkedNames.isEmpty());
        QVERIFY(!s.availability()->isVisible());
    }

    //! What Tab stops at from the first field on, until it comes round.
    static QStringList walked(Stage& s, Qt::Key key, Qt::KeyboardModifiers modifiers, QList<QWidget*>& stops)
    {
        QStringList names;
        s.name()->setFocus();
        for (int i = 0; i < 60; ++i) {
            QWidget* at = s.dialog->focusWidget();
            if (stops.contains(at))
                break;
            stops += at;
            names += at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName();
            QTest::keyClick(at, key, modifiers);
        }
        return names;
    }

    void tabGoesThroughTheFormAsItIsRead()
    {
        Stage s;
        s.dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.dialog.get()));
        QTest::keyClicks(s.name(), u"Harvest"_s); // an offer below the field, and links to what is missing
        s.pause();
        QList<QWidget*> stops;
        QStringList names = walked(s, Qt::Key_Tab, {}, stops);
        const QStringList begin{u"input-repositoryName"_s, u"offer-repositoryName"_s, u"input-serviceType"_s,
            u"input-owningTeam"_s, u"QToolButton"_s, u"QToolButton"_s, u"QToolButton"_s};
        QCOMPARE(names.mid(0, begin.size()), begin);
        QVERIFY(stops[4] == s.missing(u"Service name"_s));

        s.fill();
        s.pause();
        s.pause();
        QVERIFY(s.create()->isEnabled());
        stops.clear();
        names = walked(s, Qt::Key_Tab, {}, stops);
        const auto place = [&](const char* name) { return names.indexOf(QString::fromLatin1(name)); };
        const QWidget* preview = s.dialog->findChild<QWidget*>(u"preview"_s);
        QCOMPARE(names.first(), u"input-repositoryName"_s);
        QVERIFY2(place("input-repositoryName") < place("input-serviceType")
                && place("input-serviceType") < place("input-owningTeam"),
            qPrintable(names.join(u' ')));
        qsizetype first = stops.size(), last = 0;
        for (qsizetype i = 0; i < stops.size(); ++i)
            if (preview->isAncestorOf(stops[i]))
                first = std::min(first, i), last = i;
        QVERIFY2(place("input-owningTeam") < first && first < last, qPrintable(names.join(u' ')));
        QVERIFY2(last < place("discardButton") && place("discardButton") < place("batchButton")
                && place("batchButton") < place("saveButton") && place("saveButton") < place("closeButton")
                && place("closeButton") < place("createButton"),
            qPrintable(names.join(u' ')));
        // Everything that can be acted on is among them.
        for (QWidget* widget : s.dialog->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
                && !widget->focusProxy() && widget->window() == s.dialog.get())
                QVERIFY2(stops.contains(widget), qPrintable(widget->objectName()));
        // And back.
        QList<QWidget*> back;
        walked(s, Qt::Key_Backtab, Qt::ShiftModifier, back);
        back.append(back.takeFirst());
        std::reverse(back.begin(), back.end());
        QCOMPARE(back, stops);
    }

    void aLinkToWhatIsMissingKeepsTheKeyboardWhileOthersChange()
    {
        Stage s;
        s.dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.dialog.get()));
        QToolButton* link = s.missing(u"Service name"_s);
        link->setFocus();
        s.type()->setCurrentIndex(1); // one is missing less
        s.settle();
        QCOMPARE(s.missing(u"Service name"_s), link);
        QVERIFY(link->hasFocus());
    }

    void whereNothingWasTypedNoDraftIsSaidToBeSaved()
    {
        Stage s;
        s.pause(); // the teams have come
        QVERIFY(s.dialog->findChild<QLabel*>(u"draft"_s)->text().isEmpty());
        QTest::keyClicks(s.name(), u"h"_s);
        QVERIFY(s.dialog->findChild<QLabel*>(u"draft"_s)->text().contains(u"saved"_s));
    }

    void whatWouldBeRightIsOffered()
    {
        Stage s;
        auto* offer = s.dialog->findChild<QPushButton*>(u"offer-repositoryName"_s);
        QVERIFY(offer && !offer->isVisible());
        s.fill(u"Órders  API_"_s);
        s.pause();
        QVERIFY(offer->isVisible());
        QCOMPARE(offer->text(), u"Use “orders-api”"_s);
        QCOMPARE(s.name()->text(), u"Órders  API_"_s); // only offered
        QTest::mouseClick(offer, Qt::LeftButton);
        s.pause();
        QCOMPARE(s.name()->text(), u"orders-api"_s);
        QVERIFY(!offer->isVisible());
        QVERIFY(s.create()->isEnabled());
        s.fill(u"???"_s); // nothing of it can be used
        s.pause();
        QVERIFY(!offer->isVisible());
    }

    void missingEntriesLeadToTheirField()
    {
        Stage s;
        QToolButton* entry = s.missing(u"Owning team"_s);
        QVERIFY(entry);
        QTest::mouseClick(entry, Qt::LeftButton);
        QVERIFY(s.team()->isAncestorOf(s.dialog->focusWidget()) || s.team() == s.dialog->focusWidget());
    }

    void asksOnceAfterAPause()
    {
        Stage s;
        s.fill();
        QVERIFY(s.desk.checkedNames.isEmpty());
        QVERIFY(s.availability()->text().startsWith(u"Checking"_s));
        s.pause();
        QCOMPARE(s.desk.checkedNames.size(), 1);
        QCOMPARE(s.desk.previewed.size(), 1);
        QVERIFY(s.availability()->text().startsWith(u"The name is free"_s));
        QVERIFY(s.create()->isEnabled());
        QVERIFY2(s.create()->text().contains(u"4 pull requests"_s), qPrintable(s.create()->text()));
    }

    //! Else the field that a person is about to press goes away from under the pointer.
    void theFieldsStayWhereTheyAreWhenTheVerdictComes()
    {
        Stage s;
        const auto place = [&s] { return s.team()->mapTo(s.dialog.get(), QPoint()); };
        s.settle();
        const QPoint before = place();
        s.fill();
        s.settle();
        QVERIFY(s.availability()->isVisible());
        QCOMPARE(place(), before);
        s.pause();
        QVERIFY(s.availability()->text().startsWith(u"The name is free"_s));
        QCOMPARE(place(), before);
    }

    void lateAnswersAreDropped()
    {
        Stage s;
        s.desk.holdAnswers = true;
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Taken, .holder = u"someone"_s};
        s.fill();
        s.pause();
        QTest::keyClicks(s.name(), u"2"_s);
        s.desk.release(); // about the first name
        s.settle();
        QVERIFY(s.availability()->text().startsWith(u"Checking"_s));
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Free};
        s.desk.holdAnswers = false;
        s.pause();
        QVERIFY(s.availability()->text().startsWith(u"The name is free"_s));
    }

    void anErrorIsNeverTaken()
    {
        Stage s;
        s.desk.availability = noNetwork();
        s.fill();
        s.pause();
        QVERIFY2(s.availability()->text().startsWith(u"Could not check"_s), qPrintable(s.availability()->text()));
        QVERIFY(!s.availability()->text().contains(u"taken"_s));
        QVERIFY(!s.create()->isEnabled());
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Free};
        QTest::mouseClick(s.missing(u"Check again"_s), Qt::LeftButton);
        s.settle();
        QVERIFY(s.create()->isEnabled());
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Unchecked, .error = noNetwork()};
        QTest::keyClicks(s.name(), u"3"_s);
        s.pause();
        QVERIFY(s.availability()->text().startsWith(u"Could not check"_s));
    }

    void holderIsNamedAndLinked()
    {
        Stage s;
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Taken,
            .holder = u"github.com/DEFRA/harvest-api"_s,
            .link = QUrl(u"https://github.com/DEFRA/harvest-api"_s)};
        s.fill();
        s.pause();
        QVERIFY(s.availability()->text().contains(u"DEFRA/harvest-api"_s));
        QTest::mouseClick(s.missing(u"Open"_s), Qt::LeftButton);
        QCOMPARE(s.opened, QList<QUrl>{QUrl(u"https://github.com/DEFRA/harvest-api"_s)});
        QVERIFY(!s.create()->isEnabled());
    }

    void ownRunIsOffered()
    {
        Stage s;
        QSignalSpy wanted(s.dialog.get(), &CreateDialog::runWanted);
        s.desk.availability = desk::Availability{
            .kind = desk::Availability::Kind::Reserved, .holder = u"harvest-api"_s, .run = RunId(u"R1"_s)};
        s.fill();
        s.pause();
        QTest::mouseClick(s.missing(u"Show the run"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void previewShowsEveryFile()
    {
        Stage s;
        s.fill();
        s.pause();
        auto* steps = s.dialog->findChild<QTreeWidget*>();
        QCOMPARE(steps->topLevelItemCount(), 6); // four pull requests, the dispatch, and what has to be allowed
        QCOMPARE(steps->topLevelItem(0)->childCount(), 12);
        steps->setCurrentItem(steps->topLevelItem(0)->child(3));
        auto* diff = s.dialog->findChild<DiffView*>();
        QVERIFY(diff->toPlainText().contains(steps->topLevelItem(0)->child(3)->text(0)));
        QVERIFY(diff->toPlainText().contains(u"\n+    \"NAME\""_s)); // the sign stays: no colour is needed
    }

    void previewTellsWhatHasToBeAllowedAndHowLongItTakes()
    {
        Stage s;
        s.fill();
        s.pause();
        auto* expected = s.dialog->findChild<QLabel*>(u"expectedTime"_s);
        QCOMPARE(expected->text(), u"How long it takes is not known yet: that needs 5 runs that went well."_s);
        auto* steps = s.dialog->findChild<QTreeWidget*>();
        QTreeWidgetItem* needs = steps->topLevelItem(steps->topLevelItemCount() - 1);
        QCOMPARE(needs->text(0), u"What has to be allowed"_s);
        steps->setCurrentItem(needs);
        const QString text = s.dialog->findChild<DiffView*>()->toPlainText();
        const QStringList lines = text.split(u'\n').filter(u"/tf-svc-infra:"_s);
        QCOMPARE(lines.size(), 1); // one line a repository
        QVERIFY2(lines.first().contains(u"raise pull requests"_s) && lines.first().contains(u"watch workflows"_s),
            qPrintable(text));
        // It stays chosen when the preview is read anew.
        const auto readBefore = s.desk.previewed.size();
        s.type()->setCurrentIndex(2);
        s.settle();
        s.pause();
        QVERIFY(s.desk.previewed.size() > readBefore);
        QCOMPARE(steps->currentItem()->text(0), u"What has to be allowed"_s);
        QVERIFY(s.dialog->findChild<DiffView*>()->toPlainText().contains(u"/tf-svc-infra:"_s));
        s.type()->setCurrentIndex(1);
        s.settle();
        s.pause();
        // What is not about a step is no step.
        QCOMPARE(s.create()->text().remove(u'&'), u"Create: open 4 pull requests"_s);

        desk::WorkflowStatistics history{.workflow = u"cdp-create-service"_s, .runs = 9};
        history.whole.count = 9;
        history.whole.samples = QList<journal::DurationSample>(9, journal::DurationSample{.took = Millis(41 * 60'000)});
        history.whole.median = Millis(41 * 60'000);
        history.whole.p90 = Millis(63 * 60'000);
        s.desk.history = history;
        s.open();
        s.fill();
        s.pause();
        QCOMPARE(s.dialog->findChild<QLabel*>(u"expectedTime"_s)->text(),
            u"It usually takes 41 min, nine times in ten no longer than 1 h 3 min."_s);
        QVERIFY(s.dialog->findChild<QLabel*>(u"expectedTime"_s)->isVisible());
    }

    void previewErrorKeepsCreateOff()
    {
        Stage s;
        s.desk.previewError = noNetwork();
        s.fill();
        s.pause();
        QVERIFY(!s.create()->isEnabled());
        QVERIFY(s.missing(u"The preview could not be read"_s));
    }

    void teamsAreFoundByAnyPartOfTheirNameAndTakenByKeyboard()
    {
        Stage s;
        QLineEdit* typed = s.team()->lineEdit();
        typed->setFocus();
        QTest::keyClicks(typed, u"FOR"_s);
        s.settle();
        QCompleter* completer = s.team()->completer();
        QCOMPARE(completer->completionCount(), 2); // cdp-platform, forestry-management
        QVERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        s.settle();
        QCOMPARE(s.team()->currentText(), u"forestry-management"_s);
        QVERIFY(!s.missing(u"Owning team"_s));
        typed->selectAll();
        QTest::keyClicks(typed, u"nobody-knows-it"_s);
        s.settle();
        QCOMPARE(completer->completionCount(), 0);
        QVERIFY(s.missing(u"Owning team"_s)); // what is no team cannot be created
    }

    void createChecksOnceMoreAndStarts()
    {
        Stage s;
        QSignalSpy created(s.dialog.get(), &CreateDialog::created);
        s.fill();
        s.pause();
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.checkedNames.size(), 2);
        QCOMPARE(s.desk.submitted.size(), 1);
        const auto& start = std::get<StartRun>(s.desk.submitted.first());
        QCOMPARE(toBytes(start.inputs),
            QByteArray(
                R"({"repositoryName":"harvest-api","serviceType":"cdp-node-backend-template","owningTeam":"fisheries"})"));
        QCOMPARE(textAt(start.settings, "org"), u"DEFRA"_s);
        QCOMPARE(textAt(start.workflow, "id"), u"cdp-create-service"_s);
        QCOMPARE(start.previewed, u"token-of-the-preview"_s); // what was shown
        QCOMPARE(created.count(), 1);
        QVERIFY(!s.dialog->isVisible());
        s.open();
        QVERIFY(s.name()->text().isEmpty()); // the draft is used up
    }

    void twoPressesAreOneAct()
    {
        Stage s;
        s.fill();
        s.pause();
        s.desk.holdAnswers = true;
        QTest::mouseClick(s.create(), Qt::LeftButton);
        QVERIFY(!s.create()->isEnabled());
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
    }

    //! What is typed meanwhile would go with the form, in no run and in no draft.
    void nothingCanBeTypedWhileTheRequestIsOnItsWay()
    {
        Stage s;
        s.desk.submitError = Error{.code = errc::subjectTaken, .args = {{"subject", "harvest-api"}}};
        s.fill();
        s.pause();
        s.name()->setFocus();
        const auto button = [&](const char* name) {
            return s.dialog->findChild<QPushButton*>(QString::fromLatin1(name));
        };
        s.desk.holdAnswers = true;
        QTest::keyClick(s.name(), Qt::Key_Return);
        QVERIFY(s.name()->isEnabled()); // the name is looked up once more: who edits the form goes on with it
        s.desk.release();
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
        for (const QWidget* widget : std::initializer_list<QWidget*>{s.name(), s.type(), s.team(),
                 s.dialog->findChild<QComboBox*>(u"workflow"_s), button("discardButton"), button("batchButton")})
            QVERIFY2(!widget->isEnabled(), qPrintable(widget->objectName()));
        QVERIFY(button("closeButton")->isEnabled());
        s.desk.release();
        s.settle();
        for (const QWidget* widget : std::initializer_list<QWidget*>{s.name(), s.type(), s.team(),
                 s.dialog->findChild<QComboBox*>(u"workflow"_s), button("discardButton"), button("batchButton")})
            QVERIFY2(widget->isEnabled(), qPrintable(widget->objectName()));
        QCOMPARE(s.name()->text(), u"harvest-api"_s);
        QCOMPARE(s.dialog->focusWidget(), s.name());
    }

    void theDraftThatGoesIsThatOfTheStartedWorkflow()
    {
        struct TwoWorkflows : FakeDesk {
            using FakeDesk::FakeDesk;
            QList<std::shared_ptr<const Workflow>> workflows() const override
            {
                auto all = FakeDesk::workflows();
                auto other = std::make_shared<Workflow>(*all.first());
                other->id = u"other"_s;
                return all << other;
            }
        };
        Stage s;
        TwoWorkflows desk(s.clock);
        s.dialog = std::make_unique<CreateDialog>(CreateDialog::Context{desk, s.clock, s.settings, {}});
        s.dialog->show();
        s.dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.dialog.get()));
        const QString started = desk.workflows().first()->id;
        const Drafts drafts(s.settings, desk.status().storePath);
        auto* workflow = s.dialog->findChild<QComboBox*>(u"workflow"_s);
        workflow->setCurrentIndex(1);
        s.settle();
        QTest::keyClicks(s.name(), u"half-done"_s);
        workflow->setCurrentIndex(0);
        s.settle();
        s.fill();
        s.pause();
        QVERIFY(drafts.load(started) && drafts.load(u"other"_s));
        desk.holdAnswers = true;
        QTest::mouseClick(s.create(), Qt::LeftButton);
        desk.release();
        s.settle();
        QCOMPARE(desk.submitted.size(), 1);
        QTest::keyClick(workflow, Qt::Key_Down); // to what is begun of the other one
        s.settle();
        desk.release();
        s.settle();
        QVERIFY(!s.dialog->isVisible());
        QVERIFY(!drafts.load(started));
        const auto kept = drafts.load(u"other"_s);
        QVERIFY(kept);
        QCOMPARE(textAt(kept->inputs, "repositoryName"), u"half-done"_s);
    }

    void nameTakenAtTheLastMomentStartsNothing()
    {
        Stage s;
        s.fill();
        s.pause();
        s.desk.availability = desk::Availability{.kind = desk::Availability::Kind::Taken, .holder = u"someone"_s};
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.settle();
        QVERIFY(s.desk.submitted.isEmpty());
        QVERIFY(s.availability()->text().startsWith(u"The name is taken"_s));
    }

    void refusalIsShown()
    {
        Stage s;
        s.desk.submitError = Error{.code = errc::subjectTaken, .args = {{"subject", "harvest-api"}}};
        s.fill();
        s.pause();
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.settle();
        QVERIFY(s.dialog->isVisible());
        QVERIFY(s.create()->isEnabled());
    }

    void whatChangedSinceThePreviewIsSaidAndShownAnew()
    {
        Stage s;
        s.desk.submitError = Error{.code = errc::previewStale, .args = {{"repositories", {"DEFRA/tf-svc-infra"}}}};
        s.fill();
        s.pause();
        const auto before = s.desk.previewed.size();
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.settle();
        s.pause();
        QVERIFY(s.dialog->isVisible());
        QCOMPARE(s.desk.previewed.size(), before + 1);
        s.desk.submitError.reset();
        QTest::mouseClick(s.create(), Qt::LeftButton);
        s.settle();
        QVERIFY(!s.dialog->isVisible());
    }

    void draftIsKeptAtEachChange()
    {
        Stage s;
        s.name()->setText(u"half-do"_s);
        s.type()->setCurrentIndex(0);
        s.settings.sync();
        s.open();
        QCOMPARE(s.name()->text(), u"half-do"_s);
        QCOMPARE(s.type()->currentIndex(), 0);
    }

    void unknownTeamsMayBeTyped()
    {
        Stage s;
        s.desk.teamList = noNetwork();
        s.open();
        s.fill();
        s.team()->setEditText(u"new-team"_s);
        s.pause();
        QVERIFY(s.create()->isEnabled());
        Stage known;
        known.fill();
        known.team()->setEditText(u"new-team"_s);
        known.pause();
        QVERIFY(!known.create()->isEnabled());
    }
};

QTEST_MAIN(CreateTests)
#include "create_tests.moc"
