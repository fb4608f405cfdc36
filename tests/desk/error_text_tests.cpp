// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_text.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_catalogue.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "desk/state_word.h"
#include "desk/values.h"

#include <QRegularExpression>
#include <QTest>

using namespace slipway;
using namespace slipway::desk;

namespace {

QStringList allCodes()
{
    QStringList codes;
#define SLIPWAY_LIST_CODE(name, text) codes << QStringLiteral(text);
    SLIPWAY_ERROR_CODES(SLIPWAY_LIST_CODE)
#undef SLIPWAY_LIST_CODE
    return codes;
}

//! Holes, brackets or doubled spaces tell that a sentence was filled in wrongly.
bool isSentence(const QString& text)
{
    static const QRegularExpression hole(uR"([{}\[\]|]|%\d|""|“”|\(\)|  | \.|\.\.)"_s);
    return !text.isEmpty() && (text[0].isUpper() || text.startsWith(u'“'))
        && (text.endsWith(u'.') || text.endsWith(u'?')) && !hole.match(text).hasMatch();
}

Json manyArguments()
{
    Json args = Json::object();
    for (const char* name : {"repository", "path", "pointer", "file", "text", "status", "run", "subject", "branch",
             "url", "workflow", "host", "reason", "input", "setting", "step", "known", "expected", "found", "name",
             "command", "who", "organisation", "team", "message", "changes", "holder", "method", "conclusion"})
        args[name] = "VALUE";
    args["number"] = 12;
    args["until"] = 1'695'303'439'352;
    args["line"] = 3;
    args["column"] = 4;
    return args;
}

} // namespace

class ErrorTextTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasTextAndEveryTextACode()
    {
        const auto codes = allCodes();
        for (const auto& code : codes)
            QVERIFY2(findError(code), qPrintable(code));
        qsizetype count = 0;
        for (const auto entries : {dataErrors(), storeErrors(), networkErrors(), githubErrors(), signInErrors(),
                 engineErrors(), apiErrors()}) {
            for (const auto& entry : entries) {
                QVERIFY2(codes.contains(QLatin1StringView(entry.code)), entry.code);
                QVERIFY2(QLatin1StringView(entry.brief).size() > 3, entry.code);
                ++count;
            }
        }
        QCOMPARE(count, codes.size());
    }

    void sentencesAreWholeWithAndWithoutArguments()
    {
        for (const auto& code : allCodes()) {
            for (const auto& args : {Json(Json::object()), manyArguments()}) {
                const auto text = describe(Error{.code = code, .args = args});
                for (const auto& sentence : {text.what, text.why, text.remedy}) {
                    // "usage" and "gate.waiting" repeat what was given word for word.
                    if (sentence != u"VALUE"_s)
                        QVERIFY2(isSentence(sentence), qPrintable(code + u": "_s + sentence));
                }
            }
        }
    }

    void argumentsReachTheSentence()
    {
        const auto text = describe(Error{.code = errc::editShape,
            .args = {{"path", "a.json"}, {"repository", "DEFRA/x"}, {"pointer", ""}, {"expected", "an object"},
                {"found", "a list"}}});
        QCOMPARE(text.what, u"The file a.json in DEFRA/x does not have the shape that this change needs."_s);
        QCOMPARE(text.why, u"At the top there should be an object, but a list is there."_s);
    }

    void theServicesWordsStandToTheLetterButWithoutControlCharacters()
    {
        const auto text = describe(Error{.code = errc::githubRefused,
            .details = {{"text", "No \x1b[2Jcommits\nbetween \xe2\x80\xaemain"}, {"status", 422}}});
        QCOMPARE(text.why, u"GitHub said: “No [2Jcommits between main”."_s);
        QVERIFY(text.what.contains(u"422"_s));
    }

    void reasonsThatAreCodesAreWorded()
    {
        const auto text = describe(Error{.code = errc::githubAutoMergeOff, .args = {{"reason", "noRules"}}});
        QCOMPARE(text.why, u"Its base branch has no protection rule that auto-merge could wait for."_s);
        const auto owned = describe(Error{.code = errc::storeOwned, .args = {{"pid", 0}, {"program", "slipway"}}});
        QVERIFY(owned.why.startsWith(u"Another process drives its runs."_s));
    }

    //! What a person decides about a request that may have been sent, in her language.
    void aQuestionSaysWhyItIsAsked()
    {
        const auto restored = describe(Error{.code = errc::gateWaiting, .args = {{"because", "restored"}}});
        QCOMPARE(restored.what, u"The run waits here for a person's decision."_s);
        QVERIFY2(restored.why.contains(u"put back from a copy"_s), qPrintable(restored.why));
        QVERIFY2(restored.remedy.contains(u"advance the step"_s), qPrintable(restored.remedy));
        const auto taken = describe(Error{.code = errc::gateWaiting, .args = {{"because", "takenOver"}}});
        QVERIFY2(taken.why.contains(u"taken over from its record"_s), qPrintable(taken.why));
        QCOMPARE(taken.remedy, restored.remedy);
        for (const char* because : {"outputsMissing", "givenUnknown", "outputTooLarge", "outputHidden"}) {
            const auto text = describe(Error{.code = errc::gateWaiting, .args = {{"because", because}}});
            QVERIFY2(text.why.contains(u"the service"_s, Qt::CaseInsensitive)
                    && text.remedy != describe({.code = errc::gateWaiting}).remedy,
                because);
        }
    }

    //! Neither can it be cancelled before it has been read.
    void aRunInTheWayThatCannotBeReadIsNamedWithWhatToDo()
    {
        Json args{{"subject", "basket"}, {"run", "01ABC"}};
        const auto plain = describe(Error{.code = errc::subjectTaken, .args = args});
        QVERIFY2(plain.why.startsWith(u"The run 01ABC has not ended."_s), qPrintable(plain.why));
        args["setAside"] = "01ABC";
        const auto text = describe(Error{.code = errc::subjectTaken, .args = args});
        QVERIFY2(text.why.startsWith(u"The run 01ABC cannot be read"_s), qPrintable(text.why));
        QVERIFY2(text.remedy.contains(u"slipwayctl resume 01ABC"_s) && text.remedy.contains(u"Cancel"_s),
            qPrintable(text.remedy));
        QVERIFY(isSentence(text.why) && isSentence(text.remedy));
    }

    void severalProblemsAreToldTogether()
    {
        const auto workflow = describe(Error{.code = errc::workflowInvalid,
            .args = {{"file", "w.json"},
                {"problems",
                    Json::array({{{"pointer", "/steps/0"}, {"reason", "The kind is unknown."}},
                        {{"pointer", "/id"}, {"reason", "It is missing."}}})}}});
        QCOMPARE(workflow.why, u"/steps/0: The kind is unknown; /id: It is missing."_s);
        const auto input = describe(Error{.code = errc::inputInvalid,
            .args = {{"problems", Json::array({{{"input", "name"}, {"rule", "minLength"}, {"message", ""}}})}}});
        QCOMPARE(input.why, u"name: the value is too short."_s);
    }

    void refusalsSayWhyInTheWordsOfTheButton()
    {
        for (const auto& refusal : refusals()) {
            const auto text = describe(Error{.code = errc::commandRefused,
                .args = {{"command", "RetryStep"}, {"step", "infra-raise"}, {"because", refusal.because}}});
            QCOMPARE(text.what, u"“Retry” does not apply to the step infra-raise now."_s);
            QVERIFY2(isSentence(text.why) && isSentence(text.remedy), refusal.because);
        }
        QVERIFY(findRefusal(u"effectInFlight"_s));
        QVERIFY(!findRefusal(u"nonsense"_s));
    }

    void aCodeOfANewerVersionIsStillShown()
    {
        const auto text = describe(Error{.code = u"future.thing"_s, .details = {{"text", "odd"}}});
        QVERIFY(text.what.contains(u"future.thing"_s));
        QCOMPARE(text.why, u"odd."_s);
    }

    void waitingsAreSentencesWithAndWithoutArguments_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("without");
        const auto row = [](const char* what, const QString& with, const QString& without) {
            QTest::newRow(what) << QString::fromLatin1(what) << with << without;
        };
        row("checks", u"Waiting for the checks of #12 in o/r: unit"_s, u"Waiting for the checks of the pull request"_s);
        row("merge", u"Waiting for #12 in o/r to be merged"_s, u"Waiting for the pull request to be merged"_s);
        row("review", u"Waiting for a review of #12 in o/r by mia"_s, u"Waiting for a review of the pull request"_s);
        row("workflowRun", u"Waiting for the workflow deploy in o/r to finish"_s,
            u"Waiting for the workflow to finish"_s);
        row("person", u"Waiting for mia: unit"_s, u"Waiting for a person"_s);
        row("writeSlot", u"Waiting for its turn to write to o/r"_s, u"Waiting for its turn to write"_s);
    }
    void waitingsAreSentencesWithAndWithoutArguments()
    {
        QFETCH(QString, what);
        const Json args{
            {"number", 12}, {"repository", "o/r"}, {"context", "unit"}, {"who", "mia"}, {"workflow", "deploy"}};
        QTEST(describe(WaitingFor{.what = what, .args = args}), "with");
        QTEST(describe(WaitingFor{.what = what}), "without");
    }

    void stateWordsAreThoseOfTheScreen_data()
    {
        QTest::addColumn<StepRun>("step");
        QTest::addColumn<bool>("stuck");
        QTest::addColumn<QString>("word");
        StepRun step;
        QTest::newRow("planned") << step << false << u"Planned"_s;
        step.state = StepState::Ready;
        QTest::newRow("queued") << step << false << u"Queued"_s;
        step.state = StepState::Waiting;
        step.waitingFor = WaitingFor{.what = u"checks"_s};
        QTest::newRow("waiting") << step << false << u"Waiting: checks"_s;
        QTest::newRow("stuck") << step << true << u"Stuck: checks"_s;
        step.needsYou = true;
        QTest::newRow("needs you") << step << true << u"Needs you"_s;
        step = {.state = StepState::Failed, .attempts = {Attempt{}}};
        step.error = Error{.code = errc::githubWorkflowFailed};
        QTest::newRow("failed") << step << false << u"Failed: workflow failed"_s;
        step.retryAt = Timestamp{38'000};
        QTest::newRow("retry planned") << step << false << u"Retry 2/5 in 38 s"_s;
        step = {.state = StepState::Succeeded, .attempts = {Attempt{}}};
        QTest::newRow("done") << step << false << u"Done"_s;
        step.attempts << Attempt{.number = 2} << Attempt{.number = 3};
        QTest::newRow("done at last") << step << false << u"Done (after 3 tries)"_s;
        step = {.state = StepState::Advanced, .byWhom = u"mia"_s};
        QTest::newRow("by hand") << step << false << u"By hand: mia"_s;
        step.state = StepState::Skipped;
        QTest::newRow("skipped") << step << false << u"Skipped: mia"_s;
        step.byWhom = u"engine"_s;
        QTest::newRow("not needed") << step << false << u"Skipped: not needed"_s;
        step.state = StepState::Undone;
        QTest::newRow("undone") << step << false << u"Undone"_s;
        step.note = u"revertProposed"_s;
        QTest::newRow("revert proposed") << step << false << u"Revert proposed"_s;
        step.outputs = {{"revertOutcome", "merged"}};
        QTest::newRow("reverted") << step << false << u"Undone"_s;
        step.outputs = {{"revertOutcome", "closed"}};
        QTest::newRow("not reverted") << step << false << u"Not reverted"_s;
    }
    void stateWordsAreThoseOfTheScreen()
    {
        QFETCH(StepRun, step);
        QFETCH(bool, stuck);
        QTEST(stateWord(step, StepDefinition{}, Timestamp{0}, stuck), "word");
    }

    //! The list, the run's page and the window say the same of a run, however it was read.
    void aRunHasOneWordWhereverItIsShown()
    {
        const auto word = [](RunState state, bool stuck, bool open = true, bool needsYou = false) {
            return stateWord(RunSummary{.state = state, .open = open, .needsYou = needsYou, .stuck = stuck});
        };
        QCOMPARE(word(RunState::Waiting, true), u"Stuck"_s);
        QCOMPARE(word(RunState::Paused, true), u"Paused"_s); // it stands because somebody wants it to
        QCOMPARE(word(RunState::NeedsYou, true), u"Needs you"_s);
        QCOMPARE(word(RunState::Undone, false, false, true), u"Needs you"_s);
        QCOMPARE(word(RunState::Cancelled, false, false, true), u"Needs you"_s);
        QCOMPARE(word(RunState::Cancelled, false, false), u"Cancelled"_s);

        auto workflow = std::make_shared<Workflow>();
        workflow->steps.append(StepDefinition{.id = StepId(u"merge"_s), .limit = Millis(1'000)});
        StepRun step{.id = StepId(u"merge"_s), .state = StepState::Waiting, .attempts = {Attempt{}}};
        step.startedAt = Timestamp{0};
        step.waitingFor = WaitingFor{.what = u"checks"_s};
        RunView view;
        view.run.workflow = workflow;
        view.run.steps = {step};
        view.run.state = RunState::Waiting;
        QCOMPARE(stateWord(view, Timestamp{500}, 1.0), u"Waiting"_s);
        QCOMPARE(stateWord(view, Timestamp{5'000}, 1.0), u"Stuck"_s);
        view.run.state = RunState::Paused;
        QCOMPARE(stateWord(view, Timestamp{5'000}, 1.0), u"Paused"_s);
    }

    void everyEventIsTold()
    {
        for (int i = 0; i <= int(EventType::NoteAdded); ++i) {
            Event event{.type = EventType(i)};
            for (const auto& data : {Json(Json::object()), Json{{"reason", "because"}, {"name", "raisePullRequest"}}}) {
                event.data = data;
                const QString text = describe(event);
                QVERIFY2(text.size() > 3, qPrintable(toText(event.type)));
                QVERIFY2(!text.contains(u'{') && !text.contains(u'['), qPrintable(text));
            }
        }
        const Event intent{.actor = u"engine"_s,
            .type = EventType::EffectIntended,
            .data = {{"name", "raisePullRequest"}, {"target", {{"repository", "o/r"}}}}};
        QCOMPARE(describe(intent), u"About to raise a pull request in o/r"_s);
        const Event note{.actor = u"mia"_s, .type = EventType::NoteAdded, .data = {{"text", "hello"}}};
        QCOMPARE(describe(note), u"mia noted: hello"_s);
    }

    void notesAreWorded()
    {
        QCOMPARE(describeNote(u"nothingToChange"_s), u"Every file was already as it should be"_s);
        for (const auto& note : {u"noWorkflowRan"_s, u"adopted"_s, u"alreadyMerged"_s, u"coveredByLaterRun"_s,
                 u"mergedByPerson"_s, u"conditionFalse"_s, u"healedConflict"_s})
            QVERIFY2(describeNote(note) != note, qPrintable(note));
    }

    void onlySafeLinksAreOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("safe");
        QTest::newRow("https") << u"https://github.com/o/r/pull/1"_s << true;
        QTest::newRow("http on loopback") << u"http://127.0.0.1:8080/o/r"_s << true;
        QTest::newRow("http on loopback, version 6") << u"http://[::1]:8080/o/r"_s << true;
        QTest::newRow("http elsewhere") << u"http://github.com/o/r"_s << false;
        QTest::newRow("a name that begins like loopback") << u"http://127.0.0.1.example.org/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("user information") << u"https://github.com@evil.example/"_s << false;
        QTest::newRow("line end") << u"https://github.com/\nx"_s << false;
        QTest::newRow("direction override") << u"https://github.com/\u202Ex"_s << false;
        QTest::newRow("too long") << u"https://github.com/"_s + QString(2048, u'a') << false;
        QTest::newRow("empty") << QString() << false;
    }
    void onlySafeLinksAreOpened()
    {
        QFETCH(QString, url);
        QTEST(isSafeToOpen(url), "safe");
    }

    void linksComeFromOutputsWaitsAndErrorsEachOnce()
    {
        StepRun step{.id = StepId(u"a"_s)};
        step.outputs = {{"number", 12}, {"url", "https://github.com/o/r/pull/12"}};
        step.waitingFor = WaitingFor{.what = u"workflowRun"_s,
            .args = {{"workflow", "deploy"}, {"url", "https://github.com/o/r/actions/runs/7"}}};
        Attempt attempt;
        attempt.error = Error{.code = errc::githubRefused,
            .args = {{"url", "https://github.com/o/r/pull/12"}},
            .details = {{"url", "https://api.github.com/graphql"}}};
        step.attempts << attempt;
        const auto links = linksOf(Run{}, step);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0].title, u"Pull request #12"_s);
        QCOMPARE(links[1].title, u"Workflow run: deploy"_s);
    }

    //! Who settled by hand what a pull request was waited for still goes to that.
    void aStepWithoutPagesOfItsOwnHasThoseOfItsPullRequest()
    {
        auto workflow = std::make_shared<Workflow>();
        workflow->steps = {{.id = StepId(u"raise"_s), .kind = u"github.pull-request"_s},
            {.id = StepId(u"merged"_s), .kind = u"github.await-merge"_s, .with = {{"pullRequest", "raise"}}}};
        Run run;
        run.workflow = workflow;
        run.steps = {{.id = StepId(u"raise"_s), .outputs = {{"url", "https://github.com/o/r/pull/12"}}},
            {.id = StepId(u"merged"_s), .state = StepState::Advanced}};
        const auto links = linksOf(run, run.steps[1]);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0].title, u"Pull request #12"_s);
        QCOMPARE(linksOf(run, run.steps[0]).size(), 1);
    }

    void durationsAreShort()
    {
        QCOMPARE(durationText(37'501), u"38 s"_s);
        QCOMPARE(durationText(-5), u"0 s"_s);
        QCOMPARE(durationText(240'000), u"4 min"_s);
        QCOMPARE(durationText(7'500'000), u"2 h 5 min"_s);
    }
};

QTEST_GUILESS_MAIN(ErrorTextTests)
#include "error_text_tests.moc"
