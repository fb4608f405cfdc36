// SPDX-License-Identifier: GPL-3.0-or-later
#include "../workflow/demo_workflow.h"
#include "../workflow/test_kinds.h"

#include "base/clock.h"
#include "base/crash_point.h"
#include "base/ids.h"
#include "base/private_files.h"
#include "base/redaction.h"
#include "base/secret.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/json_edit.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"
#include "workflow/template.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace slipway;

namespace {

constexpr int kThreads = 8, kRounds = 20;

//! Calls `act` with the number of the thread in several threads that begin together; how many calls said false.
template <class F>
int failuresAtOnce(F act)
{
    std::atomic<int> ready = 0, failures = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < kThreads; ++number) {
        threads.emplace_back([&, number] {
            for (++ready; ready < kThreads;)
                std::this_thread::yield();
            for (int round = 0; round < kRounds; ++round)
                failures += act(number) ? 0 : 1;
        });
    }
    for (auto& thread : threads)
        thread.join();
    return failures;
}

Envelope start(const Json& source, const Json& settings)
{
    return {.id = CommandId(u"start"_s),
        .run = RunId(u"run-1"_s),
        .actor = u"mia"_s,
        .at = {1'700'000'000'000},
        .command = StartRun{.workflow = source, .inputs = {{"name", "ct"}, {"kind", "a"}}, .settings = settings}};
}

} // namespace

//! What the engine's, the window's and the reading thread call at the same time, with values that they share: pure
//! functions of the core, and the few things of `base` that say they are thread-safe. Under ThreadSanitizer.
class ThreadTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyReadTheSameWorkflow()
    {
        const auto kinds = testKinds();
        const auto text = demoWorkflow();
        const auto expected = parseWorkflow(text, u"demo.json"_s, kinds);
        QVERIFY(expected);
        QCOMPARE(failuresAtOnce([&](int) {
            const auto mine = parseWorkflow(text, u"demo.json"_s, kinds);
            return mine && (*mine)->source == (*expected)->source && (*mine)->steps.size() == (*expected)->steps.size();
        }),
            0);
        QCOMPARE(failuresAtOnce([](int) { return shippedWorkflow(u"cdp-create-service"_s).ok(); }), 0);
    }

    //! One thread's run is read by another: a copy is handed over, but its parts are shared.
    void manyFoldAndCommandOneRun()
    {
        const auto kinds = testKinds();
        const auto workflow = parseWorkflow(demoWorkflow(), u"demo.json"_s, kinds);
        QVERIFY(workflow);
        const auto settings = resolveSettings(**workflow, Json::object(), Json::object());
        QVERIFY(settings);
        const auto events = handle({}, start((*workflow)->source, *settings), kinds);
        QVERIFY(events);
        const auto begun = fold({}, *events, kinds);
        QVERIFY(begun);
        QCOMPARE(failuresAtOnce([&](int number) {
            const Run copy = *begun;
            const auto told = handle(copy,
                {.id = CommandId(QString::number(number)),
                    .run = copy.id,
                    .actor = u"mia"_s,
                    .at = {1'700'000'001'000},
                    .command = AddNote{.text = u"from thread %1"_s.arg(number)}},
                kinds);
            if (!told)
                return false;
            const auto after = fold(copy, *told, kinds);
            return after && after->notes.size() == 1 && after->sequence == copy.sequence + 1
                && scopeOf(*after) == scopeOf(copy) && !whyNot(*after, PauseRun{});
        }),
            0);
    }

    void manyExpandAndEditTheSameValues()
    {
        const Json scope{{"inputs", {{"name", "ct-sso"}}}, {"settings", {{"list", Json::array({"a", "b"})}}}};
        const Json value{{"x", "{{ inputs.name }}"}, {"y", Json::array({"{{ settings.list }}"})}};
        const auto expected = expand(value, scope);
        QVERIFY(expected);
        const QByteArray file = "[\n  {\n    \"a\": 1\n  }\n]\n";
        const Json edit{{"insertMember", "/0"}, {"name", "b"}, {"value", {{"c", 2}}}};
        const auto edited = applyEdit(file, edit);
        QVERIFY(edited);
        QCOMPARE(failuresAtOnce([&](int) {
            const auto mine = expand(value, scope);
            const auto other = applyEdit(file, edit);
            return mine && *mine == *expected && other && *other == *edited;
        }),
            0);
    }

    void manyUseWhatBaseSharesAmongThreads()
    {
        QTemporaryDir folder;
        const SystemClock clock(2.0);
        const Secret secret("a secret that all know");
        QCOMPARE(failuresAtOnce([&](int number) {
            crashPoint("threads.many");
            redactAlways(u"credential-%1"_s.arg(number));
            const QString file = folder.filePath(QString::number(number));
            const Secret copy = secret;
            return redact(u"it was credential-%1"_s.arg(number)) == u"it was (redacted)"_s
                && writePrivateFile(file, copy.reveal()).ok() && readPrivateFile(file).ok() && clock.now().ms > 0
                && clock.scaled(Millis(10)) == Millis(5) && newRunId(1) != newRunId(1)
                && newCommandId() != newCommandId();
        }),
            0);
    }

    //! One file, replaced and read at the same time: whoever reads sees one of the whole texts.
    void oneFileIsReplacedWhileManyReadIt()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"shared"_s);
        const auto textOf = [](int number) { return QByteArray(4'096, char('a' + number)); };
        QVERIFY(writePrivateFile(file, textOf(0)));
        QCOMPARE(failuresAtOnce([&](int number) {
            if (number == 0)
                return writePrivateFile(file, textOf(1)).ok();
            const auto read = readPrivateFile(file);
            return read && (*read == textOf(0) || *read == textOf(1));
        }),
            0);
    }
};

QTEST_GUILESS_MAIN(ThreadTests)
#include "thread_tests.moc"
