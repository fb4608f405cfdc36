// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor_bench.h"

#include "conductor/secret_vault.h"
#include "workflow/secrets.h"

using namespace slipway;
using namespace slipway::conductor;
using namespace bench;

namespace {

Json secretStep()
{
    return stepJson("send", "http.request",
        {{"method", "POST"}, {"url", "http://127.0.0.1:1/{{ inputs.name }}"}, {"effect", "none"},
            {"body", {{"password", "{{ inputs.password }}"}}}, {"secretOutputs", {{"code", "/code"}}}});
}

Json secretWorkflow()
{
    Json workflow = workflowOf(Json::array({secretStep()}));
    workflow["inputs"].push_back({{"id", "password"}, {"type", "secret"}, {"title", "Password"}});
    return workflow;
}

//! So that a run can be started without it.
Json optionalSecret()
{
    Json workflow = secretWorkflow();
    workflow["inputs"][1]["required"] = false;
    return workflow;
}

//! A keychain in memory.
struct FakeKeychain {
    QHash<QString, QByteArray> entries;
    bool works = true;

    SecretKeeper keeper()
    {
        const auto answer = [this]() -> Result<void> {
            return works ? Result<void>() : Result<void>(Error{.code = errc::githubNoToken});
        };
        return {.read =
                    [this](const QString& key) {
                        return QtFuture::makeReadyFuture(entries.contains(key) && works
                                ? Result<Secret>(Secret(entries.value(key)))
                                : Result<Secret>(Error{.code = errc::githubNoToken}));
                    },
            .write =
                [this, answer](const QString& key, const Secret& secret) {
                    if (works)
                        entries.insert(key, secret.reveal());
                    return QtFuture::makeReadyFuture(answer());
                },
            .remove =
                [this, answer](const QString& key) {
                    entries.remove(key);
                    return QtFuture::makeReadyFuture(answer());
                }};
    }
};

//! A keychain that shows a window of its own, before which nobody sits.
struct SilentKeychain {
    std::vector<std::shared_ptr<QPromise<Result<Secret>>>> reads;
    std::vector<std::shared_ptr<QPromise<Result<void>>>> writes;

    SecretKeeper keeper()
    {
        return {.read =
                    [this](const QString&) {
                        reads.push_back(std::make_shared<QPromise<Result<Secret>>>());
                        reads.back()->start();
                        return reads.back()->future();
                    },
            .write =
                [this](const QString&, const Secret&) {
                    writes.push_back(std::make_shared<QPromise<Result<void>>>());
                    writes.back()->start();
                    return writes.back()->future();
                },
            .remove = [](const QString&) { return QtFuture::makeReadyFuture(Result<void>()); }};
    }
};

} // namespace

class SecretsTests : public QObject {
    Q_OBJECT

    static const QByteArray password;

    static void startWithPassword(ConductorBench& bench)
    {
        const auto started = bench.submit(StartRun{
            .workflow = secretWorkflow(), .inputs = {{"name", "fishing"}, {"password", password.toStdString()}}});
        QVERIFY2(started.ok(), started.ok() ? "" : toBytes(toJson(started.error())).constData());
    }

private Q_SLOTS:
    void theKeychainHoldsASecretWhileTheRunIsOpen()
    {
        FakeKeychain keychain;
        ConductorBench bench;
        bench.conductor->vault().setKeeper(keychain.keeper());
        startWithPassword(bench);
        const QString key = u"run/"_s + bench.run.text() + u"/inputs.password"_s;
        QCOMPARE(keychain.entries.value(key), password);
        for (const auto& event : bench.events())
            QVERIFY2(!toBytes(toJson(event)).contains(password), "a secret stands in an event");
        QVERIFY(bench.comes(EventType::EffectFailed)); // nobody listens there
        // A new process finds it there.
        bench.restart();
        bench.conductor->vault().setKeeper(keychain.keeper());
        const SecretName name{bench.run, u"inputs.password"_s};
        QVERIFY(!bench.conductor->vault().find(name));
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        QVERIFY(bench.until([&] { return bench.conductor->vault().find(name) != nullptr; }));
        QCOMPARE(bench.conductor->vault().find(name)->reveal(), password);
        // The run ends, and with it the entry.
        QVERIFY(bench.submit(CancelRun{}).ok());
        QVERIFY(bench.until([&] { return keychain.entries.isEmpty(); }));
        QVERIFY(!bench.conductor->vault().find(name));
    }

    void withoutAKeychainASecretIsAskedForAgain()
    {
        ConductorBench bench;
        FakeKeychain broken{.works = false};
        bench.conductor->vault().setKeeper(broken.keeper());
        startWithPassword(bench);
        QVERIFY(bench.comes(EventType::EffectFailed)); // in memory it was at hand
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        bench.pass(60'000);
        QVERIFY(bench.comes(EventType::StepAsked));
    }

    //! Whoever lost the line sends the start again, to who drives now; that one has no other way to learn the secret.
    void aStartThatIsSentAgainBringsItsSecret()
    {
        ConductorBench bench;
        FakeKeychain broken{.works = false};
        bench.conductor->vault().setKeeper(broken.keeper());
        const auto start = bench.envelope(StartRun{
            .workflow = secretWorkflow(), .inputs = {{"name", "fishing"}, {"password", password.toStdString()}}});
        QVERIFY(bench.get(bench.conductor->submit(start)).ok());
        QVERIFY(bench.comes(EventType::EffectFailed));
        bench.restart();
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        bench.pass(60'000);
        QVERIFY(bench.comes(EventType::StepAsked));
        const int before = bench.count(EventType::EffectIntended);
        QVERIFY(bench.get(bench.conductor->submit(start)).ok());
        QVERIFY(bench.until([&] { return bench.count(EventType::EffectIntended) > before; }));
        QCOMPARE(bench.count(EventType::RunStarted), 1);
        for (const auto& event : bench.events())
            QVERIFY2(!toBytes(toJson(event)).contains(password), "a secret stands in an event");
        // Of a run that has ended none is kept.
        QVERIFY(bench.submit(CancelRun{}).ok());
        QVERIFY(bench.comes(EventType::RunCancelled));
        bench.settle();
        QVERIFY(bench.get(bench.conductor->submit(start)).ok());
        QVERIFY(!bench.conductor->vault().find({bench.run, u"inputs.password"_s}));
    }

    //! Nothing is meant, let alone sent, that lacks its secret.
    void withoutItsSecretNothingIsIntended()
    {
        ConductorBench bench;
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        QCOMPARE(textAt(memberAt(bench.last(EventType::StepAsked).data, "error"), "code"), errc::secretMissing);
        QCOMPARE(bench.count(EventType::EffectIntended), 0);
    }

    void whatIsGivenServesTheRunItIsFor()
    {
        ConductorBench bench;
        bench.start(optionalSecret());
        const auto run = bench.folded();
        SecretVault vault(bench.script.clock);
        vault.setGiven({{u"other/password"_s, Secret("not this")}, {u"fishing/password"_s, Secret("this one")},
            {u"send.code"_s, Secret("a code")}});
        QVERIFY(vault.load(run).isFinished());
        QCOMPARE(vault.find({run.id, u"inputs.password"_s})->reveal(), QByteArray("this one"));
        QCOMPARE(vault.find({run.id, u"steps.send.code"_s})->reveal(), QByteArray("a code"));
    }

    //! Every command makes the secrets ready anew, and must not bring back the one that was wrong.
    void whatAPersonGivesOutlastsWhatTheProcessWasGiven()
    {
        FakeKeychain keychain;
        ConductorBench bench;
        bench.conductor->vault().setKeeper(keychain.keeper());
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        const SecretName name{bench.run, u"inputs.password"_s};
        bench.conductor->vault().setGiven({{u"password"_s, Secret("the wrong one")}});
        QVERIFY(bench
                    .submit(RetryStep{
                        .step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}})
                    .ok());
        QCOMPARE(bench.conductor->vault().find(name)->reveal(), password);
        QVERIFY(bench.submit(AddNote{.text = u"and one more command"_s}).ok());
        QCOMPARE(bench.conductor->vault().find(name)->reveal(), password);
        QCOMPARE(keychain.entries.value(u"run/"_s + bench.run.text() + u"/inputs.password"_s), password);
    }

    void aLateAnswerOfTheKeychainIsOlderThanWhatWasTyped()
    {
        ConductorBench bench;
        SilentKeychain silent;
        bench.start(optionalSecret());
        const auto run = bench.folded();
        SecretVault vault(bench.script.clock);
        vault.setKeeper(silent.keeper());
        const auto loading = vault.load(run);
        QCOMPARE(silent.reads.size(), std::size_t(2)); // the step's code, too
        const SecretName name{run.id, u"inputs.password"_s};
        vault.put(name, Secret(password));
        for (const auto& read : silent.reads) {
            read->addResult(Result<Secret>(Secret("the old one")));
            read->finish();
        }
        QVERIFY(bench.until([&] { return loading.isFinished(); }));
        QCOMPARE(vault.find(name)->reveal(), password);
        QCOMPARE(vault.find({run.id, u"steps.send.code"_s})->reveal(), QByteArray("the old one"));
    }

    //! It waits for somebody to unlock it, and nobody is there.
    void aKeychainThatDoesNotAnswerHoldsUpNoStart()
    {
        ConductorBench bench;
        SilentKeychain silent;
        bench.conductor->vault().setKeeper(silent.keeper());
        const auto started = bench.conductor->submit(bench.envelope(StartRun{
            .workflow = secretWorkflow(), .inputs = {{"name", "fishing"}, {"password", password.toStdString()}}}));
        bench.settle();
        QVERIFY(!started.isFinished());
        bench.pass(29'999);
        bench.settle();
        QVERIFY(!started.isFinished());
        bench.pass(1);
        QVERIFY(bench.until([&] { return started.isFinished(); }, 1000));
        QVERIFY(started.result().ok());
        bench.pass(30'000); // what the step may have left there is asked for, too
        QVERIFY(bench.comes(EventType::EffectFailed)); // it is in memory, and was used
    }

    void whatAKeychainDoesNotAnswerIsSaid()
    {
        ConductorBench bench;
        SilentKeychain silent;
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        bench.restart();
        bench.conductor->vault().setKeeper(silent.keeper());
        QVERIFY(bench.get(bench.conductor->recover()).ok());
        bench.settle();
        QVERIFY(!silent.reads.empty());
        bench.pass(30'000);
        bench.settle();
        QVERIFY(bench.submit(RetryStep{{}, u"unlocked?"_s}).ok());
        bench.pass(30'000);
        QVERIFY(bench.comes(EventType::StepAsked, 2));
        QCOMPARE(textAt(memberAt(bench.last(EventType::StepAsked).data, "error"), "code"), errc::keychainSilent);
        QCOMPARE(bench.count(EventType::EffectIntended), 0);
        const Json error = memberAt(bench.last(EventType::StepAsked).data, "error");
        QCOMPARE(textAt(memberAt(error, "args"), "name"), u"inputs.password"_s);
        // Somebody unlocks it at last: what was asked for comes, and the step goes on by itself.
        for (const auto& read : silent.reads) {
            read->addResult(Result<Secret>(Secret("canary-late")));
            read->finish();
        }
        QVERIFY(bench.until([&] { return bench.conductor->vault().find({bench.run, u"inputs.password"_s}); }));
        QVERIFY(bench.comes(EventType::EffectIntended));
        QCOMPARE(bench.count(EventType::RetryRequested), 1);
    }

    void aLostSecretIsGivenAgain()
    {
        FakeKeychain keychain;
        ConductorBench bench;
        bench.conductor->vault().setKeeper(keychain.keeper());
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        const auto run = bench.folded();
        QCOMPARE(secretAskedFor(*run.step(StepId(u"send"_s))), u"inputs.password"_s);
        // Under a name that it does not have nothing is taken, and nothing happens.
        const auto refused =
            bench.submit(RetryStep{.step = {}, .reason = {}, .secrets = {{u"passwort"_s, Secret(password)}}});
        QVERIFY(!refused.ok());
        QCOMPARE(textAt(refused.error().args, "because"), u"secretUnknown"_s);
        QVERIFY(keychain.entries.isEmpty());
        QCOMPARE(bench.count(EventType::RetryRequested), 0);

        QVERIFY(bench
                    .submit(RetryStep{
                        .step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}})
                    .ok());
        QVERIFY(bench.comes(EventType::EffectIntended));
        QCOMPARE(keychain.entries.value(u"run/"_s + bench.run.text() + u"/inputs.password"_s), password);
        for (const auto& event : bench.events())
            QVERIFY2(!toBytes(toJson(event)).contains(password), "a secret stands in an event");
    }

    void aCommandThatIsRefusedLeavesNoSecretBehind_data()
    {
        QTest::addColumn<bool>("drives");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("the run has moved on") << true << true;
        QTest::newRow("the store does not take it") << true << false;
        QTest::newRow("the run has moved on, nobody drives") << false << true;
        QTest::newRow("the store does not take it, nobody drives") << false << false;
    }
    void aCommandThatIsRefusedLeavesNoSecretBehind()
    {
        QFETCH(bool, drives);
        QFETCH(bool, isStale);
        FakeKeychain keychain;
        ConductorBench bench;
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        bench.conductor.reset();
        bench.conductor = std::make_unique<Conductor>(*bench.store, bench.script.github.get(), *bench.script.http,
            bench.script.clock, steps::kindRules(), drives ? Conductor::Mode::Drive : Conductor::Mode::JournalOnly);
        bench.conductor->vault().setKeeper(keychain.keeper());
        Envelope give = bench.envelope(
            RetryStep{.step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}});
        if (isStale) {
            give.expectedSequence = 1;
        } else {
            bench.store->failing = errc::storeFenced;
            bench.store->failingType = EventType::RetryRequested;
        }
        QVERIFY(!bench.get(bench.conductor->submit(give)).ok());
        QVERIFY(keychain.entries.isEmpty());
        QVERIFY(!bench.conductor->vault().find({bench.run, u"inputs.password"_s}));
        QCOMPARE(bench.count(EventType::RetryRequested), 0);
    }

    //! What it was to replace is there as before, and a keychain that tells nothing is not written to.
    void aRefusedCommandLeavesTheSecretThatWasKept()
    {
        FakeKeychain keychain;
        ConductorBench bench;
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        const QString key = u"run/"_s + bench.run.text() + u"/inputs.password"_s;
        keychain.entries.insert(key, "kept before");
        const RetryStep give{.step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}};
        const auto only = [&bench](SecretKeeper keeper) {
            bench.conductor = std::make_unique<Conductor>(*bench.store, bench.script.github.get(), *bench.script.http,
                bench.script.clock, steps::kindRules(), Conductor::Mode::JournalOnly);
            bench.conductor->vault().setKeeper(std::move(keeper));
        };
        bench.conductor.reset();
        only(keychain.keeper());
        bench.store->failing = errc::storeFenced;
        bench.store->failingType = EventType::RetryRequested;
        QVERIFY(!bench.submit(give).ok());
        QCOMPARE(keychain.entries.value(key), "kept before");

        bench.store->failing.reset();
        bench.conductor.reset();
        auto locked = keychain.keeper();
        locked.read = [](const QString&) {
            return QtFuture::makeReadyFuture(Result<Secret>(Error{.code = errc::keychainSilent}));
        };
        only(locked);
        QCOMPARE(textAt(bench.submit(give).error().args, "because"), u"secretNotKept"_s);
        QCOMPARE(keychain.entries.value(key), "kept before");

        bench.conductor.reset();
        only(keychain.keeper());
        QVERIFY(bench.submit(give).ok());
        QCOMPARE(keychain.entries.value(key), password);
    }

    //! The answer that told it was lost; who looked it up at the service says it with the step's end.
    void aSecretOutputIsGivenWithAnAdvance()
    {
        FakeKeychain keychain;
        ConductorBench bench;
        bench.conductor->vault().setKeeper(keychain.keeper());
        Json workflow = optionalSecret();
        workflow["steps"].push_back(stepJson("decide", "gate", {{"message", "go on?"}}));
        bench.start(workflow);
        QVERIFY(bench.comes(EventType::StepAsked));
        const auto giving = [](const QString& name, bool verified = false) {
            return AdvanceStep{.step = StepId(u"send"_s),
                .reason = u"looked it up"_s,
                .verified = verified,
                .secrets = {{name, Secret("canary-code")}}};
        };
        // Only what is the step's own, and nothing that is said to be proven.
        for (const auto& wrong : {giving(u"inputs.password"_s), giving(u"colour"_s), giving(u"code"_s, true)}) {
            const auto refused = bench.submit(wrong);
            QVERIFY(!refused.ok());
            QCOMPARE(textAt(refused.error().args, "because"), u"secretUnknown"_s);
        }
        QVERIFY(keychain.entries.isEmpty());
        QVERIFY(bench.submit(giving(u"steps.send.code"_s)).ok());
        QCOMPARE(bench.count(EventType::StepAdvanced), 1);
        QCOMPARE(keychain.entries.value(u"run/"_s + bench.run.text() + u"/steps.send.code"_s), "canary-code");
        QVERIFY(bench.conductor->vault().find({bench.run, u"steps.send.code"_s}));
        for (const auto& event : bench.events())
            QVERIFY2(!toBytes(toJson(event)).contains("canary-code"), "a secret stands in an event");
        bench.submit(CancelRun{.reason = u"enough"_s, .atOnce = true}).ok();
        QVERIFY(bench.until([&] { return keychain.entries.isEmpty(); }));
    }

    //! A process that only takes commands ends after this one: what is in its memory is lost.
    void whoDoesNotDriveTakesNoSecretThatItCannotKeep()
    {
        FakeKeychain keychain{.works = false};
        ConductorBench bench;
        bench.start(optionalSecret());
        QVERIFY(bench.comes(EventType::StepAsked));
        const RetryStep give{.step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}};
        const auto only = [&bench] {
            bench.conductor.reset();
            bench.conductor = std::make_unique<Conductor>(*bench.store, bench.script.github.get(), *bench.script.http,
                bench.script.clock, steps::kindRules(), Conductor::Mode::JournalOnly);
        };
        for (const bool hasKeychain : {false, true}) {
            only();
            if (hasKeychain)
                bench.conductor->vault().setKeeper(keychain.keeper());
            const auto refused = bench.submit(give);
            QVERIFY(!refused.ok());
            QCOMPARE(textAt(refused.error().args, "because"), u"secretNotKept"_s);
            QCOMPARE(textAt(refused.error().args, "secret"), u"password"_s);
            QCOMPARE(bench.count(EventType::RetryRequested), 0);
        }
        keychain.works = true;
        only();
        bench.conductor->vault().setKeeper(keychain.keeper());
        QVERIFY(bench.submit(give).ok());
        QCOMPARE(bench.count(EventType::RetryRequested), 1);
        QCOMPARE(keychain.entries.value(u"run/"_s + bench.run.text() + u"/inputs.password"_s), password);
    }

    //! It crosses to the process that owns the store, and is the same there.
    void aGivenSecretTravelsWithItsCommand()
    {
        const Envelope given{.id = newCommandId(),
            .run = RunId(u"R1"_s),
            .actor = u"ada"_s,
            .at = {},
            .expectedSequence = {},
            .command =
                RetryStep{.step = StepId(u"send"_s), .reason = {}, .secrets = {{u"password"_s, Secret(password)}}}};
        const auto taken = envelopeFromJson(toJson(given));
        QVERIFY(taken.ok());
        QCOMPARE(std::get<RetryStep>(taken->command).secrets.value(u"password"_s).reveal(), password);
    }

    //! A note of a megabyte, pasted: it is refused, and the run is driven on.
    void whatTheJournalCannotHoldIsRefusedAndNothingElse()
    {
        ConductorBench bench;
        startWithPassword(bench);
        const auto refused = bench.submit(AddNote{.text = QString(1024 * 1024, u'x'), .step = {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, errc::jsonTooLarge);
        QVERIFY(bench.submit(AddNote{.text = u"shorter"_s, .step = {}}).ok());
    }

    void shortSecretsAreHiddenToo()
    {
        ManualClock clock;
        SecretVault vault(clock);
        const RunId run(u"R1"_s);
        vault.put({run, u"steps.sms.code"_s}, Secret("4711"));
        QCOMPARE(vault.hide(run, u"the code 4711 is wrong"_s), u"the code (redacted) is wrong"_s);
        QCOMPARE(vault.hide(RunId(u"R2"_s), u"room 4711"_s), u"room 4711"_s);
    }
};

const QByteArray SecretsTests::password = "canary-Pa55word";

QTEST_GUILESS_MAIN(SecretsTests)
#include "secrets_tests.moc"
