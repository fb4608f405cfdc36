// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/text.h"
#include "terminal/run_states.h"
#include "terminal/shell_scripts.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

OptionSpec reasonOption() { return {u"reason"_s, u"TEXT"_s, Words::tr("why; the history keeps it")}; }
OptionSpec tokensOption() { return {u"tokens"_s, u"FILE"_s, Words::tr("the file of the API's tokens (0600)")}; }
OptionSpec followOption() { return {u"follow"_s, {}, Words::tr("then drive the run and print its progress")}; }

QList<CommandSpec> runCommands()
{
    return {
        {u"create"_s, u"WORKFLOW KEY=VALUE…"_s, Words::tr("start a run and print its id"),
            {{u"dry-run"_s, {}, Words::tr("print what each step would change, and change nothing")},
                {u"preview"_s, u"TOKEN"_s,
                    Words::tr("start only if that is still what a --dry-run with this token printed")},
                {u"follow"_s, {}, Words::tr("drive it, printing progress, until it has ended or needs a person")}},
            1, -1, false, createRun},
        {u"follow"_s, u"RUN… | --all"_s,
            Words::tr("drive runs, printing progress, until they have ended or need a person"),
            {{u"all"_s, {}, Words::tr("all open runs")}}, 0, -1, false, followRuns},
        {u"list"_s, {}, Words::tr("runs, newest first"),
            {{u"state"_s, u"STATE"_s, Words::tr("those in one of these states: %1").arg(stateChoices().join(u", "_s))},
                {u"search"_s, u"QUERY"_s,
                    Words::tr("those with all these words (names, inputs, errors, log, notes) and filters, such as "
                              "state:stuck team:fisheries repo:tf-svc error:conflict since:7d")}},
            0, 0, false, listRuns},
        {u"status"_s, {}, Words::tr("account, budget, age of the data, counts of runs, who watches, the store"), {}, 0,
            0, false, showStatus},
        {u"show"_s, u"RUN"_s, Words::tr("lanes, steps, states, attempts, links and errors of a run"), {}, 1, 1, false,
            showRun},
        {u"events"_s, u"RUN"_s, Words::tr("the journal of a run"),
            {{u"since"_s, u"SEQUENCE"_s, Words::tr("only what came after this sequence number")}}, 1, 1, false,
            showEvents},
        {u"evidence"_s, u"RUN STEP"_s,
            Words::tr("what the services show of a step now, beside what the journal believes"), {}, 2, 2, false,
            showEvidence},
        {u"report"_s, u"RUN"_s, Words::tr("a run written down for others: a ticket, a table, a program"),
            {{u"format"_s, u"md|csv|json"_s, Words::tr("Markdown (the usual), one line a step, or everything")}}, 1, 1,
            false, reportRun},
    };
}

QList<CommandSpec> actCommands()
{
    return {
        {u"retry"_s, u"RUN [STEP]"_s, Words::tr("retry what failed, or one step"),
            {{u"from"_s, {}, Words::tr("the step and all that come after it")}, reasonOption(), followOption()}, 1, 2,
            false, retryRun},
        {u"secret"_s, u"RUN [NAME]"_s,
            Words::tr("give a secret that a step waits for, by --secrets or when asked; never on the command line"),
            {followOption()}, 1, 2, false, giveSecret},
        {u"look"_s, u"RUN [STEP]"_s, Words::tr("look now instead of later, or make a planned retry now"),
            {followOption()}, 1, 2, false, lookAtRun},
        {u"advance"_s, u"RUN STEP"_s, Words::tr("say that a step's work is done"),
            {reasonOption(),
                {u"output"_s, u"KEY=VALUE"_s, Words::tr("an output of the step that later steps need"), true},
                {u"unverified"_s, {}, Words::tr("do not ask the service whether it is so")}, followOption()},
            2, 2, false, advanceStep},
        {u"skip"_s, u"RUN STEP"_s, Words::tr("leave out a step that the workflow calls optional"),
            {reasonOption(), followOption()}, 2, 2, false, skipStep},
        {u"answer"_s, u"RUN STEP happened|absent"_s,
            Words::tr("say what became of a request that nobody can look up, also of a run that was cancelled"),
            {reasonOption(), followOption()}, 3, 3, false, answerQuestion},
        {u"pause"_s, u"RUN"_s, Words::tr("begin nothing new until it is resumed"), {reasonOption()}, 1, 1, false,
            pauseRun},
        {u"resume"_s, u"RUN | --all"_s, Words::tr("go on after a pause, or with a run in quarantine"),
            {reasonOption(), followOption(),
                {u"all"_s, {}, Words::tr("leave safe mode: drive the runs although Slipway crashed repeatedly")}},
            0, 1, false, resumeRun},
        {u"cancel"_s, u"RUN"_s, Words::tr("finish the request under way, then stop for good"),
            {reasonOption(),
                {u"now"_s, {}, Words::tr("terminate: do not wait for the request under way; needs --reason")}},
            1, 1, false, cancelRun},
        {u"undo"_s, u"RUN"_s, Words::tr("take back what the run made; of what is merged, propose its reverting"),
            {{u"dry-run"_s, {}, Words::tr("print what would be taken back, and change nothing")},
                {u"only"_s, u"STEP"_s, Words::tr("take back only what this step made; the rest stays"), true},
                reasonOption(), followOption()},
            1, 1, false, undoRun},
        {u"note"_s, u"RUN TEXT"_s, Words::tr("add a note to the history"), {}, 2, 2, false, addNote},
    };
}

QList<CommandSpec> connectionCommands()
{
    return {
        {u"connection check"_s, u"[NAME]"_s, Words::tr("who am I, what may I do, what is missing"), {}, 0, 1, false,
            checkConnection},
        {u"connection list"_s, {}, Words::tr("connections that are kept"), {}, 0, 0, false, listConnections},
        {u"connection add"_s, u"NAME"_s,
            Words::tr("try a token and keep it; it is typed, or the first line of standard input"),
            {{u"host"_s, u"HOST"_s, Words::tr("github.com, NAME.ghe.com, or an Enterprise Server")},
                {u"from-file"_s, u"FILE"_s, Words::tr("read the token from a private file (0600)")},
                {u"from-gh"_s, {}, Words::tr("take the token that the program gh has")},
                {u"sign-in"_s, {}, Words::tr("sign in on GitHub's page with a code; needs --client-id")},
                {u"client-id"_s, u"ID"_s, Words::tr("of the GitHub App or OAuth app to sign in through")},
                {u"app"_s, u"ID"_s, Words::tr("act as a GitHub App: its client id or number")},
                {u"app-key"_s, u"FILE"_s, Words::tr("the App's private key (PEM, 0600); it stays where it is")},
                {u"app-org"_s, u"ORGANISATION"_s, Words::tr("whose installation of the App")},
                {u"ca-file"_s, u"FILE"_s, Words::tr("further certificate authorities (PEM)")},
                {u"proxy"_s, u"URL"_s, Words::tr("http:// or socks5:// proxy instead of the system's; or none")},
                {u"proxy-user"_s, u"NAME"_s, Words::tr("user at the proxy that --proxy names")},
                {u"proxy-password-file"_s, u"FILE"_s, Words::tr("private file (0600) with the password for it")},
                {u"in-file"_s, {}, Words::tr("keep the token in a private file, not in the keychain")}},
            1, 1, false, addConnection},
        {u"connection remove"_s, u"NAME"_s, Words::tr("forget a connection and its token"), {}, 1, 1, false,
            removeConnection},
    };
}

QList<CommandSpec> credentialCommands()
{
    return {
        {u"credential set"_s, u"NAME"_s,
            Words::tr("keep a credential that workflows name; it is typed, or the first line of standard input"),
            {{u"host"_s, u"URL"_s, Words::tr("a service that may get it: https://HOST[:PORT]; needed"), true},
                {u"header"_s, u"HEADER"_s, Words::tr("the header it is sent in, if not Authorization")},
                {u"prefix"_s, u"WORD"_s,
                    Words::tr("what stands before it there; for Authorization Bearer, else nothing")},
                {u"in-file"_s, {}, Words::tr("keep it in a private file, not in the keychain")}},
            1, 1, false, setCredential},
        {u"credential list"_s, {}, Words::tr("credentials that are kept, and the hosts that may get them"), {}, 0, 0,
            false, listCredentials},
        {u"credential remove"_s, u"NAME"_s, Words::tr("forget a credential"), {}, 1, 1, false, removeCredential},
    };
}

//! As the sandbox ships them, in its order.
QList<std::pair<QString, QString>> sandboxScenarios()
{
    return {
        {u"calm"_s, Words::tr("everything goes well")},
        {u"workflow-fails-once"_s, Words::tr("the next run of the infrastructure workflow fails; a re-run goes well")},
        {u"already-clean"_s, Words::tr("checks have passed before auto-merge is asked for, so that it is refused")},
        {u"conflict"_s, Words::tr("somebody else adds a tenant just after the next infrastructure pull request")},
        {u"superseded-run"_s, Words::tr("the next infrastructure run is cancelled for a later one that covers it")},
        {u"review-required"_s, Words::tr("infrastructure pull requests need an approving review")},
        {u"auto-merge-off"_s, Words::tr("no repository allows auto-merge")},
        {u"closed-by-hand"_s, Words::tr("somebody closes the next infrastructure pull request without merging it")},
        {u"rate-limited"_s, Words::tr("GitHub's limits stop the token now and then")},
        {u"strict-limits"_s, Words::tr("every limit that GitHub has, also those of which it does not tell")},
        {u"flaky-network"_s, Words::tr("answers are lost, cut off, late or garbled now and then")},
        {u"token-expires"_s, Words::tr("the token expires in the middle and is renewed five minutes later")},
        {u"first-build-missing"_s, Words::tr("the first push of the next repository starts no build")},
        {u"pay-people-answer"_s, Words::tr("whoever is invited to GOV.UK Pay follows the link and enters the code")},
    };
}

QList<CommandSpec> recordCommands()
{
    return {
        {u"record"_s, u"SUBJECT"_s, Words::tr("the platform's status record of the newest run for a service"), {}, 1, 1,
            false, showRecord},
        {u"import"_s, u"FILE…"_s,
            Words::tr("take in status records: mongoexport lines, arrays, dumps of the shell; - is standard input"),
            {{u"workflow"_s, u"ID"_s, Words::tr("whose runs they become, if not cdp-create-service")}}, 1, -1, false,
            importRecords},
        {u"export"_s, u"[RUN…]"_s, Words::tr("status records of runs, one JSON object a line"), {}, 0, -1, false,
            exportRecords},
        {u"workflow list"_s, {}, Words::tr("workflows that can be started"), {}, 0, 0, false, listWorkflows},
        {u"workflow show"_s, u"ID"_s, Words::tr("inputs, settings and steps of a workflow"), {}, 1, 1, false,
            showWorkflow},
        {u"workflow import"_s, u"FILE"_s,
            Words::tr("tell what a workflow file would do and where it would go; with --yes its runs can be started"),
            {{u"yes"_s, {}, Words::tr("import it")}}, 1, 1, false, importWorkflow},
        {u"workflow validate"_s, u"FILE"_s, Words::tr("check a workflow file"), {}, 1, 1, false, validateWorkflow},
    };
}

QList<CommandSpec> machineCommands()
{
    return {
        {u"agent"_s, {}, Words::tr("drive every open run of the store until SIGTERM"),
            {{u"standby"_s, {}, Words::tr("where another Slipway drives them, wait and take over when it ends")},
                {u"listen"_s, u"ADDRESS:PORT"_s, Words::tr("offer the HTTP API there; port 0 picks one")},
                tokensOption(),
                {u"host"_s, u"NAME[:PORT]"_s, Words::tr("a further name of it, of a proxy that stands before it"),
                    true},
                {u"webhook-secret-file"_s, u"FILE"_s,
                    Words::tr("take GitHub's webhooks at /webhooks/github; private file (0600) with their secret")},
                {u"relay"_s, u"URL"_s,
                    Words::tr("read GitHub's webhooks from a relay such as smee.io; needs --webhook-secret-file")},
                {u"allow-remote"_s, {}, Words::tr("listen also where other computers reach it; without TLS")}},
            0, 0, false, runAgent},
        {u"api-token add"_s, u"NAME"_s, Words::tr("make a token for the API and print it, once"),
            {{u"role"_s, u"viewer|operator"_s, Words::tr("viewer (the default) reads, operator gives commands")},
                tokensOption()},
            1, 1, false, addApiToken},
        {u"api-token list"_s, {}, Words::tr("names and roles of the API's tokens"), {tokensOption()}, 0, 0, false,
            listApiTokens},
        {u"api-token remove"_s, u"NAME"_s, Words::tr("let a token in no longer"), {tokensOption()}, 1, 1, false,
            removeApiToken},
        {u"journal verify"_s, {}, Words::tr("check the journal"), {}, 0, 0, false, verifyJournal},
        {u"journal rebuild"_s, {}, Words::tr("rebuild the views from the journal"), {}, 0, 0, false, rebuildJournal},
        {u"journal backups"_s, {}, Words::tr("copies of the store that can be restored, newest first"), {}, 0, 0, false,
            listBackups},
        {u"journal backup"_s, {}, Words::tr("make a copy of the store now, also while it is driven"), {}, 0, 0, false,
            makeBackup},
        {u"journal restore"_s, u"FILE"_s,
            Words::tr("put a copy in the store's place; its open runs look for what is there before they write"), {}, 1,
            1, false, restoreBackup},
        {u"sandbox"_s, u"[OPTION…]"_s, Words::tr("simulated GitHub, portal and Pay services on this computer"),
            {{u"listen"_s, u"127.0.0.1:PORT"_s, Words::tr("where to listen; port 0 picks one")},
                {u"state"_s, u"DIR"_s, Words::tr("keep the world there")},
                {u"speed"_s, u"X"_s, Words::tr("divide the world's durations by X")},
                {u"latency"_s, u"MS"_s, Words::tr("answer this much later, in real milliseconds")},
                {u"seed"_s, u"N"_s, Words::tr("start of the random numbers")},
                {u"org"_s, u"NAME"_s, Words::tr("name of the organisation that is played")},
                {u"scenario"_s, u"NAME|FILE"_s, Words::tr("what goes wrong"), true},
                {u"server"_s, u"github.com|ghes"_s,
                    Words::tr("which server is played; ghes: GitHub Enterprise Server")},
                {u"app-key"_s, u"FILE"_s, Words::tr("key (PEM) of a GitHub App that is installed there")},
                {u"record"_s, u"FILE"_s, Words::tr("write every request there")}},
            0, -1, true, runSandbox, Words::tr("Scenarios, for --scenario:"), sandboxScenarios()},
        {u"completion"_s, shells().join(u'|'),
            Words::tr("print what teaches a shell to complete commands; in bash: source <(slipwayctl completion bash)"),
            {}, 1, 1, false, printScript},
    };
}

QList<CommandSpec> under(const QString& chapter, QList<CommandSpec> commands)
{
    for (auto& command : commands)
        command.chapter = chapter;
    return commands;
}

} // namespace

const QList<CommandSpec>& commandTable()
{
    static const QList<CommandSpec> table = under(Words::tr("Runs:"), runCommands())
        + under(Words::tr("What can be done with a run:"), actCommands())
        + under(Words::tr("Status records and workflows:"), recordCommands())
        + under(Words::tr("Connections and credentials:"), connectionCommands() + credentialCommands())
        + under(Words::tr("Agent, store and sandbox:"), machineCommands());
    return table;
}

} // namespace slipway::terminal
