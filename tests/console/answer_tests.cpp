// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a request that nothing can look up, said in the window.
#include "console/step_choices.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QToolButton>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

QString choiceName(StepChoice choice) { return u"choice-%1"_s.arg(int(choice)); }

} // namespace

class AnswerTests : public QObject {
    Q_OBJECT

    struct Stage : WindowStage {
        RunId run = desk.begin(registering(), {{"name", "harbour"}}, 10min)
                        .cutOff("register", 9min)
                        .ask("register", 7min, outcomeUnknown())
                        .run();

        Stage()
        {
            open();
            showAsked();
        }
        void showAsked()
        {
            window->selectStep(run, StepId(u"register"_s));
            settle();
        }
        QDialog* askedDialog() { return trigger(u"Say what happened…"_s); }
        QRadioButton* radio(QDialog* dialog, StepChoice choice) { return in<QRadioButton>(dialog, choiceName(choice)); }
        void choose(QDialog* dialog, StepChoice choice)
        {
            QAbstractButton* button = radio(dialog, choice);
            QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
            settle();
        }
        QLineEdit* edit(QDialog* dialog, const char* name) { return in<QLineEdit>(dialog, QString::fromLatin1(name)); }
        void giveReason(QDialog* dialog) { QTest::keyClicks(edit(dialog, "reason"), u"the registry shows it"_s); }
        QPushButton* confirm(QDialog* dialog) { return in<QPushButton>(dialog, u"confirmButton"_s); }
        QString effects(QDialog* dialog)
        {
            auto* list = in<QListWidget>(dialog, u"effects"_s);
            QStringList lines;
            for (int row = 0; row < list->count(); ++row)
                lines += list->item(row)->text();
            return lines.join(u'\n');
        }
        //! As the journal keeps it.
        Event answer()
        {
            const Events events = desk.events(run, 0).result().value();
            for (const Event& event : events)
                if (event.type == EventType::EffectResolved)
                    return event;
            return {};
        }
    };

    struct SecretStage : Stage {
        SecretStage()
        {
            run = desk.begin(inviting(), {{"name", "pier"}}, 10min)
                      .cutOff("register", 9min)
                      .ask("register", 7min, outcomeUnknown())
                      .run();
            showAsked();
        }
    };

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void itHappenedIsSaidWithItsReason()
    {
        Stage s;
        QDialog* dialog = s.askedDialog();
        QVERIFY(dialog);
        QVERIFY(s.radio(dialog, StepChoice::Happened)->isVisible());
        QVERIFY(s.radio(dialog, StepChoice::Happened)->isChecked());
        QVERIFY(s.radio(dialog, StepChoice::Absent)->isVisible());
        QVERIFY2(s.effects(dialog).contains(u"it is not sent again"_s), qPrintable(s.effects(dialog)));
        QVERIFY2(s.effects(dialog).contains(u"ask once more"_s), qPrintable(s.effects(dialog)));
        // Neither what there is none of, nor the journal's name of a request.
        QVERIFY2(!s.effects(dialog).contains(u"lane"_s), qPrintable(s.effects(dialog)));
        for (const auto* label : dialog->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(u"httpRequest"_s), qPrintable(label->text()));
        QCOMPARE(s.confirm(dialog)->text(), u"It happened"_s);
        // Its text does not touch its outline.
        const QFontMetrics metrics = s.confirm(dialog)->fontMetrics();
        QVERIFY(s.confirm(dialog)->width() >= metrics.horizontalAdvance(s.confirm(dialog)->text()) + 20);
        QVERIFY(!s.confirm(dialog)->isEnabled()); // no reason yet
        s.giveReason(dialog);
        QVERIFY(s.confirm(dialog)->isEnabled());
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(!s.dialog());
        const auto said = std::get<ResolveEffect>(s.desk.submitted.first());
        QVERIFY(said.happened);
        QVERIFY(s.desk.expected.first()); // for the run as it was seen
        QCOMPARE(textAt(s.answer().data, "outcome"), u"declaredDone"_s);
        QCOMPARE(textAt(s.answer().data, "reason"), u"the registry shows it"_s);
    }

    void whatItsAnswerToldIsAskedFor()
    {
        Stage s;
        QDialog* dialog = s.askedDialog();
        QLineEdit* number = s.edit(dialog, "claim-number");
        QLineEdit* colour = s.edit(dialog, "claim-colour");
        QVERIFY(number->isVisible() && colour->isVisible());
        QCOMPARE(number->placeholderText(), u"Later steps need it"_s);
        QCOMPARE(colour->placeholderText(), u"Optional"_s);
        s.giveReason(dialog);
        QTest::keyClicks(colour, u"0017"_s);
        QVERIFY2(s.effects(dialog).contains(u"they fail without it"_s), qPrintable(s.effects(dialog)));
        QTest::keyClicks(number, u"17"_s);
        QVERIFY2(!s.effects(dialog).contains(u"fail without it"_s), qPrintable(s.effects(dialog)));
        QVERIFY2(s.effects(dialog).contains(u"start “Announce it”"_s), qPrintable(s.effects(dialog)));
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        const auto said = std::get<AdvanceStep>(s.desk.submitted.first());
        QVERIFY(!said.verified);
        const Json wanted{{"number", 17}, {"colour", "0017"}};
        QVERIFY(said.outputs == wanted);
        // One act says both: that it took place, and what it gave.
        QCOMPARE(textAt(s.answer().data, "outcome"), u"declaredDone"_s);
        const auto view = s.desk.run(s.run).result();
        QVERIFY(view->run.step(StepId(u"register"_s))->isDone());
        QVERIFY(view->run.step(StepId(u"register"_s))->outputs == wanted);
    }

    //! It goes where secrets of a run are kept, and stands in dots until then.
    void aSecretThatItsAnswerToldIsGivenInDots()
    {
        SecretStage s;
        QDialog* dialog = s.askedDialog();
        QVERIFY(s.radio(dialog, StepChoice::Happened)->isChecked());
        QLineEdit* code = s.edit(dialog, "claim-code");
        QVERIFY(code->isVisible());
        QCOMPARE(code->echoMode(), QLineEdit::Password);
        QCOMPARE(code->placeholderText(), u"Later steps need it; kept in the keychain, in no history"_s);
        s.giveReason(dialog);
        QVERIFY2(s.effects(dialog).contains(u"they ask for it"_s), qPrintable(s.effects(dialog)));
        QTest::keyClicks(code, u" s3cr3t"_s);
        QVERIFY2(!s.effects(dialog).contains(u"they ask for it"_s), qPrintable(s.effects(dialog)));
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(!s.dialog());
        const auto said = std::get<AdvanceStep>(s.desk.submitted.first());
        QCOMPARE(said.secrets.keys(), QStringList{u"steps.register.code"_s});
        QCOMPARE(said.secrets.constBegin()->reveal(), QByteArray(" s3cr3t"));
        QVERIFY(said.outputs.empty());
        QVERIFY(s.desk.run(s.run).result()->run.step(StepId(u"register"_s))->isDone());
        const Events events = s.desk.events(s.run, 0).result().value();
        for (const Event& event : events)
            QVERIFY(!toBytes(toJson(event)).contains("s3cr3t"));
    }

    //! Left empty it can be said all the same: whoever needs the secret asks for it.
    void aSecretCanBeGivenLater()
    {
        SecretStage s;
        QDialog* dialog = s.askedDialog();
        s.giveReason(dialog);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(std::get<ResolveEffect>(s.desk.submitted.first()).happened);
    }

    void noServiceProvesASecret()
    {
        SecretStage s;
        Json both = inviting();
        both["steps"][0]["with"]["outputs"] = {{"number", "/number"}};
        s.run = s.desk.begin(both, {{"name", "quay"}}, 10min)
                    .cutOff("register", 9min)
                    .ask("register", 7min, outcomeUnknown())
                    .run();
        s.showAsked();
        QDialog* dialog = s.trigger(u"Advance…"_s);
        s.choose(dialog, StepChoice::AdvanceProven);
        QVERIFY(s.edit(dialog, "claim-number")->isVisible());
        QVERIFY(!s.edit(dialog, "claim-code")->isVisible());
        s.choose(dialog, StepChoice::AdvanceUnproven);
        QVERIFY(s.edit(dialog, "claim-code")->isVisible());
    }

    void itDidNotHappenIsRedAndSaysThatItIsSentAgain()
    {
        Stage s;
        QDialog* dialog = s.askedDialog();
        s.choose(dialog, StepChoice::Absent);
        QVERIFY(!s.edit(dialog, "claim-number")->isVisible());
        QVERIFY2(s.effects(dialog).contains(u"done twice"_s), qPrintable(s.effects(dialog)));
        s.giveReason(dialog);
        QCOMPARE(s.confirm(dialog)->text(), u"It did not happen"_s);
        QTest::keyClick(s.edit(dialog, "reason"), Qt::Key_Return);
        s.settle();
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(!std::get<ResolveEffect>(s.desk.submitted.first()).happened);
        QCOMPARE(textAt(s.answer().data, "outcome"), u"declaredAbsent"_s);
    }

    //! Undoing such a run asks about it; the window has the answer to give.
    void ofACancelledRunItIsSaidToo()
    {
        Stage s;
        s.run = s.desk.begin(registering(), {{"name", "pier"}}, 10min)
                    .cutOff("register", 9min)
                    .event(EventType::CancelRequested, 5min, "", {{"reason", "wrong name"}}, "mia")
                    .event(EventType::RunCancelled, 5min, "", {{"reason", "wrong name"}, {"atOnce", true}}, "mia")
                    .run();
        s.showAsked();
        QDialog* dialog = s.askedDialog();
        QVERIFY(dialog);
        QVERIFY(s.radio(dialog, StepChoice::Happened)->isChecked());
        QVERIFY(!s.edit(dialog, "claim-number")->isVisible()); // nothing goes on that would need it
        QVERIFY2(s.effects(dialog).contains(u"the run has been stopped"_s), qPrintable(s.effects(dialog)));
        s.giveReason(dialog);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        QVERIFY(std::get<ResolveEffect>(s.desk.submitted.first()).happened);
        QVERIFY(!s.desk.run(s.run).result()->run.step(StepId(u"register"_s))->openEffect());
    }

    void whereNothingIsAskedNothingIsOffered()
    {
        Stage s;
        s.show(u"failed"_s);
        QAction* act = s.action(u"Say what happened…"_s);
        QVERIFY(!act->isEnabled());
        QVERIFY2(act->toolTip().contains(u"asks nothing"_s), qPrintable(act->toolTip()));
        QDialog* dialog = s.trigger(u"Retry"_s);
        QVERIFY(!s.radio(dialog, StepChoice::Happened)->isVisible());
        QVERIFY(!s.radio(dialog, StepChoice::Absent)->isVisible());
    }

    //! The page Why leads there, and a dialog that is opened for the run as it stands does not propose to send it again.
    void whyOffersTheAnswerAndNoRetryIsPreset()
    {
        Stage s;
        bool offered = false;
        for (const auto* button : s.find<QTabWidget>("inspector")->currentWidget()->findChildren<QToolButton*>())
            offered = offered || (button->isVisible() && button->accessibleName() == u"Say what happened…"_s);
        QVERIFY(offered);
        const auto view = s.desk.run(s.run).result();
        for (const StepChoice choice : {StepChoice::Skip, StepChoice::Look, StepChoice::Happened})
            QVERIFY(fittingChoice(choice, view->run, StepId(u"register"_s), nullptr) == StepChoice::Happened);
    }

    void anUnprovenAdvanceHandsOverWhatTheStepGives()
    {
        Stage s;
        QDialog* dialog = s.trigger(u"Advance…"_s);
        s.choose(dialog, StepChoice::AdvanceUnproven);
        s.giveReason(dialog);
        QTest::keyClicks(s.edit(dialog, "claim-number"), u"18"_s);
        QTest::keyClicks(s.edit(dialog, "confirmWord"), u"Register the name"_s);
        QTest::mouseClick(s.confirm(dialog), Qt::LeftButton);
        s.settle();
        const Json wanted{{"number", 18}};
        QVERIFY(std::get<AdvanceStep>(s.desk.submitted.first()).outputs == wanted);
    }
};

QTEST_MAIN(AnswerTests)
#include "answer_tests.moc"
