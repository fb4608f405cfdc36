// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "demo_workflow.h"
#include "test_kinds.h"
#include "workflow/parse_workflow.h"

#include <QTest>

using namespace slipway;

namespace {

const QString file = u"demo.json"_s;

//! "pointer: reason" of every problem; empty where the workflow is valid.
QStringList problemsOf(const Result<std::shared_ptr<const Workflow>>& result)
{
    QStringList problems;
    if (result.ok())
        return problems;
    for (const auto& problem : memberAt(result.error().args, "problems"))
        problems.append(textAt(problem, "pointer") + u": "_s + textAt(problem, "reason"));
    return problems;
}

//! The demo workflow after a JSON Patch (RFC 6902).
Json patched(const QByteArray& patch) { return parseJson(demoWorkflow())->patch(*parseJson("[" + patch + "]")); }

QByteArray replace(const QByteArray& pointer, const QByteArray& value)
{
    return "{\"op\":\"replace\",\"path\":\"" + pointer + "\",\"value\":" + value + "}";
}
QByteArray add(const QByteArray& pointer, const QByteArray& value)
{
    return "{\"op\":\"add\",\"path\":\"" + pointer + "\",\"value\":" + value + "}";
}
QByteArray drop(const QByteArray& pointer) { return "{\"op\":\"remove\",\"path\":\"" + pointer + "\"}"; }

void row(const char* name, const QByteArray& patch, const QStringList& problems)
{
    QTest::newRow(name) << patch << problems;
}

void columns()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QStringList>("problems");
}

} // namespace

class ParseWorkflowTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryMember()
    {
        const auto result = parseWorkflow(demoWorkflow(), file, testKinds());
        QCOMPARE(problemsOf(result), QStringList());
        const auto& workflow = **result;
        QCOMPARE(workflow.id, u"demo"_s);
        QCOMPARE(workflow.version, 3);
        QCOMPARE(workflow.subject, u"{{ inputs.name }}"_s);
        QCOMPARE(workflow.settings.size(), 4);
        QCOMPARE(workflow.settings.at(3).type, SettingType::Url);
        QCOMPARE(workflow.settings.at(0).title, u"Organisation"_s);
        const auto& name = *workflow.input(u"name"_s);
        QCOMPARE(*name.minLength, 2);
        QCOMPARE(*name.maxLength, 32);
        QCOMPARE(name.patterns.size(), 1);
        QCOMPARE(name.patterns.first().message, u"letters"_s);
        QVERIFY(name.required);
        QVERIFY(!workflow.input(u"password"_s)->required);
        QCOMPARE(*workflow.input(u"count"_s)->maximum, 9.0);
        const auto& watch = *workflow.step(StepId(u"watch"_s));
        QVERIFY(watch.optional);
        QCOMPARE(watch.title, u"watch"_s);
        QCOMPARE(watch.retry.attempts, 7);
        QCOMPARE(watch.retry.first, Millis(1000));
        QCOMPARE(watch.retry.most, Millis(60'000));
        QVERIFY(!watch.limit);
        QCOMPARE(*workflow.step(StepId(u"merged"_s))->limit, Millis(86'400'000));
        QVERIFY(workflow.step(StepId(u"record"_s))->when);
        QCOMPARE(toBytes(workflow.source), toBytes(*parseJson(demoWorkflow())));
        // The copy that a run keeps reads the same.
        QCOMPARE(problemsOf(parseWorkflow(workflow.source, file, testKinds())), QStringList());
    }

    void answersWhoNeedsWhom()
    {
        const auto workflow = *parseWorkflow(demoWorkflow(), file, testKinds());
        const StepId raise(u"raise"_s), merged(u"merged"_s), ask(u"ask"_s);
        QVERIFY(workflow->needs(merged, raise));
        QVERIFY(workflow->needs(ask, raise));
        QVERIFY(!workflow->needs(raise, merged));
        QVERIFY(!workflow->needs(raise, raise));
        QStringList names;
        for (const auto& id : workflow->downstream(StepId(u"watch"_s)))
            names.append(id.text());
        QCOMPARE(names, (QStringList{u"watch"_s, u"record"_s, u"ask"_s}));
        QVERIFY(!workflow->step(StepId(u"nobody"_s)));
    }

    void refusesWrongMembers_data()
    {
        columns();
        row("unknown member", add("/colour", "1"),
            {u"/colour: unknown member \"colour\"; known are $schema, id, version, title, subject, settings, inputs, lets, lanes, steps"_s});
        row("missing member", drop("/title"), {u": \"title\" is missing"_s});
        row("wrong type", replace("/title", "3"), {u"/title: \"title\" must be a text"_s});
        row("empty", replace("/title", "\"\""), {u"/title: \"title\" must not be empty"_s});
        row("id with capitals", replace("/id", "\"Demo\""),
            {u"/id: \"id\" must be lower-case letters and digits with single hyphens, starting with a letter"_s});
        row("version", replace("/version", "0"), {u"/version: \"version\" must be a whole number of at least 1"_s});
        row("version of 64 bits", replace("/version", "4294967297"),
            {u"/version: \"version\" must be a whole number of at least 1"_s});
        row("version with a point", replace("/version", "1.5"),
            {u"/version: \"version\" must be a whole number of at least 1"_s});
        row("no steps", replace("/steps", "[]"), {u"/steps: a workflow needs at least one step"_s});
        row("steps are no list", replace("/steps", "{}"), {u"/steps: \"steps\" must be a list"_s});
        row("no lanes", drop("/lanes"),
            {u": \"lanes\" is missing"_s, u"/steps/0/lane: there is no lane \"one\""_s,
                u"/steps/1/lane: there is no lane \"one\""_s, u"/steps/2/lane: there is no lane \"one\""_s,
                u"/steps/3/lane: there is no lane \"one\""_s, u"/steps/4/lane: there is no lane \"one\""_s,
                u"/steps/5/lane: there is no lane \"one\""_s, u"/steps/6/lane: there is no lane \"one\""_s});
        row("lane twice", add("/lanes/-", R"({"id": "one", "title": "x"})"),
            {u"/lanes/1/id: the lane \"one\" stands twice"_s});
        row("lane is a text", add("/lanes/-", "\"two\""), {u"/lanes/1: a lane must be an object"_s});
        row("lane with spaces", add("/lanes/-", R"({"id": "a b", "title": "x"})"),
            {u"/lanes/1/id: \"id\" must be letters and digits with single hyphens, starting with a letter"_s});
    }
    void refusesWrongMembers() { check(); }

    void refusesWrongSettingsAndInputs_data()
    {
        columns();
        row("setting type", replace("/settings/org/type", "\"string\""),
            {u"/settings/org/type: unknown type \"string\"; known are text, url, list, map, number, flag"_s});
        row("setting default", replace("/settings/environments/default", "\"dev\""),
            {u"/settings/environments/default: the default must be a list"_s});
        row("setting URL", replace("/settings/portal/default", "\"portal\""),
            {u"/settings/portal/default: the default must be an http or https URL, or nothing"_s});
        row("setting name", add("/settings/a.b", R"({"type": "text"})"),
            {u"/settings/a.b: a name must be a letter followed by letters and digits"_s});
        row("setting member", add("/settings/org/help", "\"x\""),
            {u"/settings/org/help: unknown member \"help\"; known are type, title, default"_s});
        row("input twice", replace("/inputs/3/id", "\"name\""), {u"/inputs/3/id: the input \"name\" stands twice"_s});
        row("input type", replace("/inputs/3/type", "\"int\""),
            {u"/inputs/3/type: unknown type \"int\"; known are text, choice, flag, number, email, secret"_s});
        row("bad pattern", replace("/inputs/0/pattern", "\"[a-z\""),
            {u"/inputs/0/pattern: the pattern does not compile: missing terminating ] for character class at character 5"_s});
        row("one bad pattern of two",
            replace("/inputs/0/pattern",
                "[{\"pattern\": \"a*\", \"message\": \"m\"}, {\"pattern\": \"(\", \"message\": \"n\"}]"),
            {u"/inputs/0/pattern/1/pattern: the pattern does not compile: missing closing parenthesis at character 2"_s});
        row("pattern without message", replace("/inputs/0/pattern", R"([{"pattern": "a*"}])"),
            {u"/inputs/0/pattern/0: \"message\" is missing"_s});
        row("pattern is a number", replace("/inputs/0/pattern", "3"),
            {u"/inputs/0/pattern: \"pattern\" must be a text or a list of patterns with messages"_s});
        row("lengths", replace("/inputs/0/minLength", "33"),
            {u"/inputs/0/minLength: \"minLength\" is greater than \"maxLength\""_s});
        row("limits", replace("/inputs/3/minimum", "10"),
            {u"/inputs/3/minimum: \"minimum\" is greater than \"maximum\""_s});
        row("length of a number", add("/inputs/3/maxLength", "3"),
            {u"/inputs/3/maxLength: an input of type number has no \"maxLength\""_s});
        row("default of a secret", add("/inputs/2/default", "\"x\""),
            {u"/inputs/2/default: an input of type secret has no \"default\""_s});
        row("default of another type", replace("/inputs/3/default", "\"2\""),
            {u"/inputs/3/default: the default does not fit the type number"_s});
        row("message of no rule", add("/inputs/0/messages/length", "\"x\""),
            {u"/inputs/0/messages/length: unknown member \"length\"; known are required, minLength, maxLength, minimum, maximum, pattern, choice, type"_s});
        row("no choices", drop("/inputs/1/choices"), {u"/inputs/1: \"choices\" is missing"_s});
        row("choices without elements", replace("/inputs/1/choices", "[]"),
            {u"/inputs/1/choices: \"choices\" must be a list of texts, \"settings.NAME\" or \"github.teams\""_s});
        row("choices of nothing", replace("/inputs/1/choices", "\"settings.none\""),
            {u"/inputs/1/choices: \"settings.none\" is neither a list of texts nor \"settings.NAME\" of a declared setting nor \"github.teams\""_s});
        row("choices of a text", replace("/inputs/1/choices", "\"settings.org\""),
            {u"/inputs/1/choices: the setting \"org\" is neither a list nor a map"_s});
        row("required", replace("/inputs/2/required", "\"no\""),
            {u"/inputs/2/required: \"required\" must be true or false"_s});
    }
    void refusesWrongSettingsAndInputs() { check(); }

    void refusesWrongSteps_data()
    {
        columns();
        row("id twice", replace("/steps/6/id", "\"validate\""), {u"/steps/6/id: the step \"validate\" stands twice"_s});
        row("id not kebab-case", replace("/steps/6/id", "\"ask_me\""),
            {u"/steps/6/id: \"id\" must be lower-case letters and digits with single hyphens, starting with a letter"_s});
        row("no id", drop("/steps/6/id"), {u"/steps/6: \"id\" is missing"_s});
        row("unknown member", add("/steps/6/limits", "\"2h\""),
            {u"/steps/6/limits: unknown member \"limits\"; known are id, lane, kind, title, needs, with, when, optional, limit, retry"_s});
        row("unknown lane", replace("/steps/6/lane", "\"two\""), {u"/steps/6/lane: there is no lane \"two\""_s});
        row("unknown kind", replace("/steps/6/kind", "\"github.push\""),
            {u"/steps/6/kind: unknown kind \"github.push\"; known are gate, github.archive, github.auto-merge, github.dispatch, github.merged, github.pull-request, github.repository, github.workflow-run, http.request, http.wait, request.validate, test.types"_s});
        row("unknown need", add("/steps/6/needs/-", "\"nobody\""),
            {u"/steps/6/needs/1: there is no step \"nobody\""_s});
        row("need twice", add("/steps/6/needs/-", "\"record\""),
            {u"/steps/6/needs/1: the need \"record\" stands twice"_s});
        row("need is a number", add("/steps/6/needs/-", "3"), {u"/steps/6/needs/1: a need must be the id of a step"_s});
        row("needs itself", add("/steps/6/needs/-", "\"ask\""),
            {u"/steps/6/needs: the needs go in a circle: ask needs ask"_s});
        row("cycle", replace("/steps/1/needs", R"(["validate", "watch"])"),
            {u"/steps/1/needs: the needs go in a circle: raise needs watch needs merged needs auto needs raise"_s});
        row("two cycles", add("/steps/0/needs", R"(["validate"])") + "," + add("/steps/5/needs/-", "\"ask\""),
            {u"/steps/0/needs: the needs go in a circle: validate needs validate"_s,
                u"/steps/5/needs: the needs go in a circle: record needs ask needs record"_s});
        row("bad duration", replace("/steps/3/limit", "\"a day\""),
            {u"/steps/3/limit: \"a day\" is no duration such as \"500ms\", \"90s\", \"5m\", \"2h\" or \"1d\""_s});
        row("no duration at all", replace("/steps/3/limit", "\"0s\""),
            {u"/steps/3/limit: \"0s\" is no duration such as \"500ms\", \"90s\", \"5m\", \"2h\" or \"1d\""_s});
        row("duration as a number", replace("/steps/3/limit", "90"), {u"/steps/3/limit: \"limit\" must be a text"_s});
        row("retry", replace("/steps/4/retry", R"({"attempts": 0, "first": "2m", "most": "1m", "x": 1})"),
            {u"/steps/4/retry/attempts: \"attempts\" must be a whole number of at least 1"_s,
                u"/steps/4/retry/x: unknown member \"x\"; known are attempts, first, most"_s,
                u"/steps/4/retry/first: \"first\" is longer than \"most\""_s});
        row("when is a number", replace("/steps/5/when", "1"),
            {u"/steps/5/when: \"when\" must be a text, true or false"_s});
        row("when does not parse", replace("/steps/5/when", "\"{{ settings.portal == 1 }}\""),
            {u"/steps/5/when: a placeholder does not parse: \"=\" does not belong in a path"_s});
        row("when refers to nothing", replace("/steps/5/when", "\"{{ settings.portl }}\""),
            {u"/steps/5/when: \"settings.portl\": there is no setting \"portl\""_s});
        row("title with a placeholder", replace("/steps/1/title", "\"{{ inputs.name }}\""),
            {u"/steps/1/title: the title of a step takes no placeholders"_s});
        row("optional", replace("/steps/4/optional", "1"),
            {u"/steps/4/optional: \"optional\" must be true or false"_s});
    }
    void refusesWrongSteps() { check(); }

    void refusesWrongParameters_data()
    {
        columns();
        row("missing", drop("/steps/1/with/base"),
            {u"/steps/1/with: \"github.pull-request\" needs the parameter \"base\""_s});
        row("no parameters at all", drop("/steps/2/with"),
            {u"/steps/2/with: \"github.auto-merge\" needs the parameter \"pullRequest\""_s});
        row("unknown", add("/steps/2/with/methods", "1"),
            {u"/steps/2/with/methods: \"github.auto-merge\" has no parameter \"methods\"; it has pullRequest, method"_s});
        row("text", replace("/steps/1/with/base", "3"), {u"/steps/1/with/base: must be a text"_s});
        row("empty text", replace("/steps/1/with/base", "\"\""), {u"/steps/1/with/base: must not be empty"_s});
        row("repository", replace("/steps/1/with/repository", "\"tf-svc\""),
            {u"/steps/1/with/repository: \"tf-svc\" is no repository OWNER/NAME"_s});
        row("repository as a URL", replace("/steps/1/with/repository", "\"https://github.com/a/b\""),
            {u"/steps/1/with/repository: \"https://github.com/a/b\" is no repository OWNER/NAME"_s});
        row("step that is not there", replace("/steps/2/with/pullRequest", "\"nobody\""),
            {u"/steps/2/with/pullRequest: there is no step \"nobody\""_s});
        row("step by placeholder", replace("/steps/2/with/pullRequest", "\"{{ inputs.name }}\""),
            {u"/steps/2/with/pullRequest: must be the id of a step, without placeholders"_s});
        row("step of another kind", replace("/steps/3/with/pullRequest", "\"auto\""),
            {u"/steps/3/with/pullRequest: the step \"auto\" is a github.auto-merge, but must be a github.pull-request"_s});
        row("step that is not needed", replace("/steps/2/needs", R"(["validate"])"),
            {u"/steps/2/with/pullRequest: the step \"raise\" is not needed by \"auto\", neither directly nor through others"_s,
                u"/steps/3/with/pullRequest: the step \"raise\" is not needed by \"merged\", neither directly nor through others"_s,
                u"/steps/6/with/message: \"steps.raise.number\": the step \"raise\" is not needed by \"ask\", neither directly nor through others"_s});
        row("list of steps: not there", replace("/steps/0/with/pullRequests", R"(["raise", "nobody"])"),
            {u"/steps/0/with/pullRequests/1: there is no step \"nobody\""_s});
        row("list of steps: kind", replace("/steps/0/with/pullRequests", R"(["auto"])"),
            {u"/steps/0/with/pullRequests/0: the step \"auto\" is a github.auto-merge, but must be a github.pull-request"_s});
        row("list of steps: no list", replace("/steps/0/with/pullRequests", "\"raise\""),
            {u"/steps/0/with/pullRequests: must be a list of ids of steps"_s});
        row("duration", replace("/steps/4/with/noneAfter", "\"3 minutes\""),
            {u"/steps/4/with/noneAfter: must be a duration such as \"90s\", \"5m\" or \"2h\", or one placeholder that gives it"_s});
        row("object", replace("/steps/5/with/outputs", "[]"),
            {u"/steps/5/with/outputs: must be an object of outputs"_s,
                u"/steps/6/with/message: \"steps.record.tag\": the step \"record\" has no outputs"_s});
        row("output's pointer", replace("/steps/5/with/outputs/tag", "\"tag\""),
            {u"/steps/5/with/outputs/tag: must be a JSON pointer such as \"/0/tag\", or {\"at\": POINTER, \"as\": "
             u"\"text\"}"_s});
        row("credential that is the credential", add("/steps/5/with/credential", "\"Bearer abc\""),
            {u"/steps/5/with/credential: must be the name of a stored credential (letters, digits, \".\", \"_\" and \"-\", at most 64), or one placeholder of a setting that gives it"_s});
        row("credential by an input", add("/steps/5/with/credential", "\"{{ inputs.name }}\""),
            {u"/steps/5/with/credential: only a setting of type text may give the name of a credential"_s});
        const QByteArray types = "\"kind\": \"test.types\", \"lane\": \"one\", \"id\": \"types\", \"with\": ";
        row("flag, number, list", add("/steps/-", "{" + types + R"({"flag": "yes", "number": "3", "list": {}}})"),
            {u"/steps/7/with/flag: must be true or false, or one placeholder that gives it"_s,
                u"/steps/7/with/number: must be a number, or one placeholder that gives it"_s,
                u"/steps/7/with/list: must be a list, or one placeholder that gives it"_s});
    }
    void refusesWrongParameters() { check(); }

    void acceptsNamesOfCredentials()
    {
        for (const char* name : {"\"portal\"", "\"portal.read_1-x\"", "\"{{ settings.org }}\""})
            QCOMPARE(problemsOf(parseWorkflow(patched(add("/steps/5/with/credential", name)), file, testKinds())),
                QStringList());
    }

    void acceptsPlaceholdersForOtherTypes()
    {
        const auto json = patched(add("/steps/-",
            R"({"kind": "test.types", "lane": "one", "id": "types", "when": true, "with": {"flag": "{{ inputs.count }}", "number": "{{ inputs.count }}", "list": "{{ settings.environments }}"}})"));
        QCOMPARE(problemsOf(parseWorkflow(json, file, testKinds())), QStringList());
    }

    void refusesWrongFiles_data()
    {
        columns();
        const QByteArray first = "/steps/1/with/files/0";
        const QString at = u"/steps/1/with/files/0"_s;
        row("no files", replace("/steps/1/with/files", "[]"),
            {u"/steps/1/with/files: must be a list of at least one file"_s});
        row("no path", drop(first + "/path"), {at + u": \"path\" is missing"_s});
        row("path climbs out", replace(first + "/path", "\"../x\""), {at + u"/path: the path holds \".\" or \"..\""_s});
        row("two ways", add(first + "/content", "\"\""),
            {at + u": a file must have exactly one of content, edit, remove"_s});
        row("no way", drop(first + "/edit"), {at + u": a file must have exactly one of content, edit, remove"_s});
        row("remove false", replace("/steps/1/with/files/3/remove", "false"),
            {u"/steps/1/with/files/3/remove: \"remove\" must be true"_s});
        row("unknown member", add(first + "/mode", "1"),
            {at + u"/mode: unknown member \"mode\"; known are path, forEach, as, content, edit, remove"_s});
        row("forEach without as", drop(first + "/as"),
            {at + u": \"as\" is missing"_s, at + u"/path: \"env\": there is nothing named \"env\" here"_s});
        row("as without forEach", drop(first + "/forEach"), {at + u"/as: \"as\" without \"forEach\""_s});
        row("forEach in braces", replace(first + "/forEach", "\"{{ settings.environments }}\""),
            {at + u"/forEach: no path such as \"settings.environments\": a name is missing"_s});
        row("forEach over a text", replace(first + "/forEach", "\"settings.org\""),
            {at + u"/forEach: \"settings.org\" is no list"_s});
        row("forEach over nothing", replace(first + "/forEach", "\"settings.none\""),
            {at + u"/forEach: \"settings.none\": there is no setting \"none\""_s});
        row("as a name that is taken", replace(first + "/as", "\"type\""),
            {at + u"/as: the name \"type\" is taken"_s, at + u"/path: \"env\": there is nothing named \"env\" here"_s});
        row("as name elsewhere", replace("/steps/1/with/files/2/path", "\"{{ env }}\""),
            {u"/steps/1/with/files/2/path: \"env\": there is nothing named \"env\" here"_s});
        row("no edits", replace(first + "/edit", "[]"), {at + u"/edit: \"edit\" must not be empty"_s});
        row("no operation", replace(first + "/edit/0", R"({"value": 1})"),
            {at + u"/edit/0: an edit must have exactly one of insertMember, appendUnique, appendUnlessMatch, removeMember, removeElement, removeMatch"_s});
        row("two operations", add(first + "/edit/0/appendUnique", "\"\""),
            {at + u"/edit/0: an edit must have exactly one of insertMember, appendUnique, appendUnlessMatch, removeMember, removeElement, removeMatch"_s});
        row("bad pointer", replace(first + "/edit/0/insertMember", "\"0\""),
            {at + u"/edit/0/insertMember: \"0\" is no JSON pointer: it must be empty or start with \"/\""_s});
        row("no name", drop(first + "/edit/0/name"), {at + u"/edit/0: \"name\" is missing"_s});
        row("no value", drop(first + "/edit/0/value"), {at + u"/edit/0: \"value\" is missing"_s});
        row("member of another edit", add(first + "/edit/0/member", "\"x\""),
            {at + u"/edit/0/member: unknown member \"member\"; known are insertMember, only, name, value"_s});
        row("value without the member", replace("/steps/1/with/files/1/edit/0/value", "{}"),
            {u"/steps/1/with/files/1/edit/0/value: must be an object with the member \"n\""_s});
        row("reference in a value", replace(first + "/edit/0/value/zone", "\"{{ zone }}\""),
            {at + u"/edit/0/value/zone: \"zone\": there is nothing named \"zone\" here"_s});
    }
    void refusesWrongFiles() { check(); }

    void refusesWrongReferences_data()
    {
        columns();
        const QString message = u"/steps/6/with/message: "_s;
        const auto in = [](const QByteArray& path) {
            return replace("/steps/6/with/message", "\"{{ " + path + " }}\"");
        };
        row("input", in("inputs.nmae"), {message + u"\"inputs.nmae\": there is no input \"nmae\""_s});
        row("inputs alone", in("inputs"), {message + u"\"inputs\": there is no input \"\""_s});
        row("member of an input", in("inputs.name.x"), {message + u"\"inputs.name.x\": an input has no members"_s});
        row("setting", in("settings.orgs"), {message + u"\"settings.orgs\": there is no setting \"orgs\""_s});
        row("member of a text setting", in("settings.org.x"),
            {message + u"\"settings.org.x\": the setting \"org\" has no members"_s});
        row("look-up key", in("settings.types[inputs.none].zone"),
            {message + u"\"inputs.none\": there is no input \"none\""_s});
        row("run", in("run.number"), {message + u"\"run.number\": a run has only id, stamp, generation"_s});
        row("root", in("env"), {message + u"\"env\": there is nothing named \"env\" here"_s});
        row("step", in("steps.nobody.number"), {message + u"\"steps.nobody.number\": there is no step \"nobody\""_s});
        row("output", in("steps.raise.numbr"),
            {message
                + u"\"steps.raise.numbr\": the step \"raise\" has no output \"numbr\"; it has number, nodeId, url, branch, sha, headSha"_s});
        row("own output name", in("steps.record.tags"),
            {message + u"\"steps.record.tags\": the step \"record\" has no output \"tags\"; it has tag"_s});
        row("step without outputs", in("steps.validate.x"),
            {message + u"\"steps.validate.x\": the step \"validate\" has no outputs"_s});
        row("step itself", in("steps.ask.x"),
            {message
                + u"\"steps.ask.x\": the step \"ask\" is not needed by \"ask\", neither directly nor through others"_s});
        row("step not needed", replace("/steps/1/with/title", "\"{{ steps.merged.mergedSha }}\""),
            {u"/steps/1/with/title: \"steps.merged.mergedSha\": the step \"merged\" is not needed by \"raise\", neither directly nor through others"_s});
        row("not closed", replace("/steps/6/with/message", "\"{{ inputs.name\""),
            {message + u"a placeholder does not parse: \"{{\" without \"}}\""_s});
        row("subject", replace("/subject", "\"{{ run.id }} {{ steps.raise.number }}\""),
            {u"/subject: \"run.id\": the run cannot be referred to here"_s,
                u"/subject: \"steps.raise.number\": outputs of steps cannot be used here"_s});
        row("secret in the subject", replace("/subject", "\"{{ inputs.password }}\""),
            {u"/subject: \"inputs.password\": a secret cannot be used here, because this text is kept in the journal"_s});
        row("lane", replace("/lanes/0/title", "\"{{ steps.raise.url }}\""),
            {u"/lanes/0/title: \"steps.raise.url\": outputs of steps cannot be used here"_s});
        row("let in a let", add("/lets/zone", "\"{{ type.zone }}\""),
            {u"/lets/zone: \"type.zone\": lets cannot be used here"_s});
        row("step in a let", add("/lets/number", "\"{{ steps.raise.number }}\""),
            {u"/lets/number: \"steps.raise.number\": outputs of steps cannot be used here"_s});
        row("let with a taken name", add("/lets/inputs", "\"x\""), {u"/lets/inputs: the name \"inputs\" is taken"_s});
        row("let with an odd name", add("/lets/a-b", "\"x\""),
            {u"/lets/a-b: a name must be a letter followed by letters and digits"_s});
    }
    void refusesWrongReferences() { check(); }

    void namesEveryProblemAtOnce()
    {
        const auto json = patched(replace("/title", "3") + "," + replace("/steps/6/kind", "\"gates\"") + ","
            + drop("/steps/1/with/base") + "," + add("/x~1y", "1"));
        const auto result = parseWorkflow(json, file, testKinds());
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, errc::workflowInvalid);
        QCOMPARE(textAt(result.error().args, "file"), file);
        QStringList pointers;
        for (const auto& problem : memberAt(result.error().args, "problems"))
            pointers.append(textAt(problem, "pointer"));
        QCOMPARE(pointers, (QStringList{u"/title"_s, u"/x~1y"_s, u"/steps/1/with"_s, u"/steps/6/kind"_s}));
    }

    void refusesWhatIsNoWorkflow_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begins");
        QTest::newRow("nothing") << QByteArray() << u": no valid JSON, line 1, column 1: "_s;
        QTest::newRow("cut short") << demoWorkflow().left(400) << u": no valid JSON, line "_s;
        QTest::newRow("name twice") << QByteArray("{\"id\":\"a\",\n\"id\":\"b\"}") << u": no valid JSON, line "_s;
        QTest::newRow("list") << QByteArray("[]") << u": a workflow must be an object"_s;
        QTest::newRow("null") << QByteArray("null") << u": a workflow must be an object"_s;
        QTest::newRow("too deep") << QByteArray(100, '[') << u": no valid JSON, line "_s;
        QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, ' ') << u": the file is larger than 8388608 bytes"_s;
    }
    void refusesWhatIsNoWorkflow()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, begins);
        const auto problems = problemsOf(parseWorkflow(text, file, testKinds()));
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().startsWith(begins), qPrintable(problems.first()));
    }

    //! Whatever stands in a member's place ends in problems, never in a crash.
    void survivesAnyValueInAnyPlace()
    {
        const auto demo = *parseJson(demoWorkflow());
        const auto places = demo.flatten();
        QStringList pointers;
        for (const auto& [pointer, value] : places.items()) {
            for (auto text = toQString(pointer); !text.isEmpty(); text.truncate(text.lastIndexOf(u'/'))) {
                if (!pointers.contains(text))
                    pointers.append(text);
            }
        }
        QVERIFY(pointers.size() > 150);
        for (const auto& pointer : pointers) {
            for (const char* value :
                {"null", "true", "-1", "1e300", "\"\"", "\"{{ x\"", "[]", "[[]]", "{}", "{\"\":{}}"}) {
                Json json = demo;
                json[Json::json_pointer(pointer.toStdString())] = *parseJson(value);
                const auto result = parseWorkflow(json, file, testKinds());
                QVERIFY2(result.ok() || !problemsOf(result).isEmpty(), qPrintable(pointer));
            }
        }
    }

    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms"); // -1: none
        const auto row = [](const QString& text, qint64 ms) { QTest::newRow(qPrintable(text)) << text << ms; };
        row(u"500ms"_s, 500);
        row(u"90s"_s, 90'000);
        row(u"5m"_s, 300'000);
        row(u"2h"_s, 7'200'000);
        row(u"1d"_s, 86'400'000);
        row(u"0s"_s, 0);
        for (const auto& wrong : {u""_s, u"5"_s, u"m"_s, u"5 m"_s, u"-5m"_s, u"1.5h"_s, u"5M"_s, u"5m\n"_s, u"1h30m"_s,
                 u"9999999999s"_s, u"٥m"_s})
            row(wrong, -1);
    }
    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto duration = parseDuration(text);
        QCOMPARE(duration ? qint64(duration->count()) : -1, ms);
    }

private:
    void check()
    {
        QFETCH(QByteArray, patch);
        QTEST(problemsOf(parseWorkflow(patched(patch), file, testKinds())), "problems");
    }
};

QTEST_GUILESS_MAIN(ParseWorkflowTests)
#include "parse_workflow_tests.moc"
