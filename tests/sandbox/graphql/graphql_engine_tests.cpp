// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/coerce.h"
#include "sandbox/graphql/engine.h"
#include "sandbox/graphql/github/github_schema.h"
#include "sandbox/graphql/parser.h"
#include "sandbox/graphql/validate.h"

#include <QTest>

using namespace slipway;
using namespace slipway::sandbox::graphql;

namespace {

const QString toySchema =
    u"schema { query: Query mutation: Mutation }\n"
    u"type Query { hero: Hero broken: Hero! strict: Hero pets(first: Int, last: Int): PetConnection!\n"
    u"  twice(value: Int! = 4, list: [Int!]): String wrongLeaf: Int page: Color }\n"
    u"\"\"\"A description\n"
    u"over lines\"\"\"\n"
    u"type Mutation { push(input: PushInput!): Int }\n"
    u"input PushInput { word: String! count: Int = 1 clientMutationId: String deep: [PushInput!] }\n"
    u"interface Named { name: String! }\n"
    u"type Hero implements Named { name: String! friend: Hero mustFail: String! maybeFail: String pet: Pet friends: "
    u"[Hero] databaseId: Int }\n"
    u"type Cat implements Named { name: String! lives: Int }\n"
    u"type Dog implements Named { name: String! barks: Boolean! }\n"
    u"union Pet = Cat | Dog\n"
    u"type PetConnection { nodes: [Pet] }\n"
    u"enum Color { RED GREEN }\n"_s;

struct Hero {
    static constexpr auto graphqlType = u"Hero";
    QString name;
    int depth = 0;
};
struct Cat {
    static constexpr auto graphqlType = u"Cat";
};

class Log : public Context {
public:
    QStringList words;
};

Resolvers toyResolvers()
{
    Resolvers r;
    const auto hero = [](const Object&, Call&) -> Resolved { return makeObject(Hero{u"Ada"_s}); };
    r.add(u"Query"_s, u"hero"_s, hero);
    r.add(u"Query"_s, u"strict"_s, hero);
    r.add(u"Query"_s, u"broken"_s, [](const Object&, Call&) -> Resolved { return nullptr; });
    r.add(u"Query"_s, u"wrongLeaf"_s, [](const Object&, Call&) -> Resolved { return u"text"_s; });
    r.add(u"Query"_s, u"page"_s, [](const Object&, Call&) -> Resolved { return u"BLUE"_s; });
    r.add(u"Query"_s, u"twice"_s,
        [](const Object&, Call& call) -> Resolved { return QString::fromUtf8(toBytes(call.arguments)); });
    r.add(u"Query"_s, u"pets"_s, [](const Object&, Call&) -> Resolved { return Object{u"PetConnection"_s, nullptr}; });
    r.add(u"PetConnection"_s, u"nodes"_s, [](const Object&, Call&) -> Resolved {
        return Resolved::List{makeObject(Cat{}), FieldError{u"NOT_FOUND"_s, u"gone"_s}, makeObject(Cat{})};
    });
    r.add(u"Mutation"_s, u"push"_s, [](const Object&, Call& call) -> Resolved {
        auto& log = static_cast<Log&>(call.context);
        const QString word = textAt(call.arguments["input"], "word");
        if (word == u"bad")
            return FieldError{u"UNPROCESSABLE"_s, u"refused"_s};
        log.words += word;
        return Json(log.words.size());
    });
    r.add<Hero>({
        {u"name", [](const Hero& h, Call&) -> Resolved { return h.name; }},
        {u"friend",
            [](const Hero& h, Call&) -> Resolved {
                return makeObject(Hero{u"Bob"_s, h.depth + 1});
            }},
        {u"friends",
            [](const Hero&, Call&) -> Resolved {
                return Resolved::List{makeObject(Hero{u"Eve"_s}), makeObject(Hero{u"Max"_s})};
            }},
        {u"mustFail",
            [](const Hero&, Call&) -> Resolved {
                return FieldError{u"FORBIDDEN"_s, u"no"_s};
            }},
        {u"maybeFail",
            [](const Hero&, Call&) -> Resolved {
                return FieldError{u"FORBIDDEN"_s, u"no"_s};
            }},
        {u"pet", [](const Hero&, Call&) -> Resolved { return makeObject(Cat{}); }},
        {u"databaseId", [](const Hero&, Call&) -> Resolved { return Json(qint64(11073456019)); }},
    });
    r.add<Cat>({
        {u"name", [](const Cat&, Call&) -> Resolved { return u"Tom"_s; }},
        {u"lives", [](const Cat&, Call&) -> Resolved { return Json(qint64(11073456019)); }},
    });
    return r;
}

Schema readSchema(const QString& sdl)
{
    auto parsed = Schema::parse(sdl);
    if (const auto* error = std::get_if<GraphqlError>(&parsed))
        qFatal("%s", qUtf8Printable(error->message));
    return std::get<Schema>(std::move(parsed));
}

QByteArray bodyOf(const QString& query, const Json& variables = nullptr)
{
    Json body = {{"query", query.toStdString()}};
    if (!variables.is_null())
        body["variables"] = variables;
    return toBytes(body);
}

Reply ask(const Engine& engine, Context& context, const QByteArray& body)
{
    auto prepared = engine.prepare(body);
    if (auto* reply = std::get_if<Reply>(&prepared))
        return *reply;
    return engine.run(std::get<Prepared>(prepared), context);
}

//! JSON with ' for ": moc of Qt 6.4 loses its way in a class with many raw strings.
QByteArray quoted(QByteArray json) { return json.replace("'", "\""); }

QByteArray text(const Json& json) { return toBytes(json); }

} // namespace

class GraphqlEngineTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_github.emplace(githubSchema()); }

    void syntaxErrorsSayWhere_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << u" # nothing\n"_s << u"Unexpected end of document"_s;
        QTest::newRow("no end") << u"{a"_s << u"Expected RCURLY, actual: (none) at [1, 3]"_s;
        QTest::newRow("empty selection") << u"{\n  a { }\n}"_s << u"Expected NAME, actual: RCURLY (\"}\") at [2, 7]"_s;
        QTest::newRow("stray brace")
            << u"{a}\n}"_s
            << u"Expected one of QUERY, MUTATION, SUBSCRIPTION, FRAGMENT, LCURLY, actual: RCURLY (\"}\") at [2, 1]"_s;
        QTest::newRow("no value") << u"{a(b:)}"_s << u"Expected VALUE, actual: RPAREN (\")\") at [1, 6]"_s;
        QTest::newRow("variable as default")
            << u"query($a:Int=$b){a}"_s << u"Expected VALUE, actual: VAR_SIGN (\"$\") at [1, 14]"_s;
        QTest::newRow("open string") << u"{a(b:\"x\n\")}"_s << u"Parse error on bad string at [1, 6]"_s;
        QTest::newRow("bad escape") << u"{a(b:\"\\q\")}"_s
                                    << u"Parse error on bad Unicode escape sequence: \"\\q\" at [1, 6]"_s;
        QTest::newRow("leading zero") << u"{a(b:01)}"_s << u"Parse error on \"01\" (INT) at [1, 6]"_s;
        QTest::newRow("character") << u"{a ; b}"_s << u"Parse error on \";\" (UNKNOWN_CHAR) at [1, 4]"_s;
        QTest::newRow("fragment on") << u"fragment on on A{a}"_s
                                     << u"Expected NAME, actual: IDENTIFIER (\"on\") at [1, 10]"_s;
        QTest::newRow("empty arguments") << u"{a()}"_s << u"Expected NAME, actual: RPAREN (\")\") at [1, 4]"_s;
        QTest::newRow("deep") << QString(u"{a"_s.repeated(100'000)) << u"This query is too deeply nested."_s;
    }
    void syntaxErrorsSayWhere()
    {
        QFETCH(QString, source);
        QFETCH(QString, message);
        const auto parsed = parseDocument(source);
        QVERIFY(std::holds_alternative<GraphqlError>(parsed));
        const auto& error = std::get<GraphqlError>(parsed);
        QCOMPARE(error.message, message);
        QCOMPARE(error.locations.size(), size_t(1));
        QVERIFY(error.type.isEmpty());
    }

    void stringsAreUnescapedAndBlocksLoseTheirIndent()
    {
        const auto parsed = parseDocument(u"{a(x:\"l\\n\\u00e9\\\"\", y:\"\"\"\n    one\n      two\n    \"\"\")}"_s);
        QVERIFY(std::holds_alternative<Document>(parsed));
        const auto& arguments = std::get<Document>(parsed).operations[0].selections[0].field.arguments;
        QCOMPARE(arguments[0].value.text, u"l\n\u00e9\""_s);
        QCOMPARE(arguments[1].value.text, u"one\n  two"_s);
    }

    void schemasThatDoNotHoldTogetherAreRefused_data()
    {
        QTest::addColumn<QString>("sdl");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown type") << u"schema{query:Q} type Q{a:Foo}"_s
                                      << u"Q uses the type Foo, which is not defined"_s;
        QTest::newRow("twice") << u"schema{query:Q} type Q{a:Int} type Q{b:Int}"_s << u"Q is defined twice"_s;
        QTest::newRow("no query") << u"type Q{a:Int}"_s << u"the query type is not defined"_s;
        QTest::newRow("word") << u"typ Q{a:Int}"_s << u"\"typ\" does not begin a definition"_s;
    }
    void schemasThatDoNotHoldTogetherAreRefused()
    {
        QFETCH(QString, sdl);
        QFETCH(QString, message);
        const auto parsed = Schema::parse(sdl);
        QVERIFY(std::holds_alternative<GraphqlError>(parsed));
        QCOMPARE(std::get<GraphqlError>(parsed).message, message);
    }

    void documentsThatGitHubRefusesAreRefused_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("message"); // empty: valid
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QString& source, const QString& message, const QString& code) {
            QTest::newRow(name) << source << message << code;
        };
        row("unknown field", u"{viewer{logon}}"_s, u"Field 'logon' doesn't exist on type 'User'"_s,
            u"undefinedField"_s);
        row("unknown root field", u"{viewr{login}}"_s, u"Field 'viewr' doesn't exist on type 'Query'"_s,
            u"undefinedField"_s);
        row("field on union", u"{node(id:\"x\"){... on PullRequest{timelineItems(last:1){nodes{id}}}}}"_s,
            u"Selections can't be made directly on unions (see selections on PullRequestTimelineItems)"_s,
            u"selectionMismatch"_s);
        row("unknown argument", u"{repository(owner:\"a\",name:\"b\",foo:1){id}}"_s,
            u"Field 'repository' doesn't accept argument 'foo'"_s, u"argumentNotAccepted"_s);
        row("missing arguments", u"{repository(followRenames:false){id}}"_s,
            u"Field 'repository' is missing required arguments: name, owner"_s, u"missingRequiredArguments"_s);
        row("wrong literal", u"{repository(owner:\"a\",name:7){id}}"_s,
            u"Argument 'name' on Field 'repository' has an invalid value (7). Expected type 'String!'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("null literal", u"{repository(owner:\"a\",name:null){id}}"_s,
            u"Argument 'name' on Field 'repository' has an invalid value (null). Expected type 'String!'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("int too large", u"{repository(owner:\"a\",name:\"b\"){pullRequest(number:2147483648){id}}}"_s,
            u"Argument 'number' on Field 'pullRequest' has an invalid value (2147483648). Expected type 'Int!'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("unknown enum word",
            u"{repository(owner:\"a\",name:\"b\"){pullRequests(first:1,states:OPENED){totalCount}}}"_s,
            u"Argument 'states' on Field 'pullRequests' has an invalid value (OPENED). Expected type '[PullRequestState!]'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("enum as string",
            u"{repository(owner:\"a\",name:\"b\"){pullRequests(first:1,states:\"OPEN\"){totalCount}}}"_s,
            u"Argument 'states' on Field 'pullRequests' has an invalid value (\"OPEN\"). Expected type '[PullRequestState!]'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("oid of 39", u"{repository(owner:\"a\",name:\"b\"){object(oid:\"%1\"){id}}}"_s.arg(QString(39, u'a')),
            u"Argument 'oid' on Field 'object' has an invalid value (\"%1\"). Expected type 'GitObjectID'."_s.arg(
                QString(39, u'a')),
            u"argumentLiteralsIncompatible"_s);
        row("argument twice", u"{repository(owner:\"a\",owner:\"a\",name:\"b\"){id}}"_s,
            u"There can be only one argument named \"owner\""_s, u"argumentNotUnique"_s);
        row("input field unknown",
            u"mutation{closePullRequest(input:{pullRequestId:\"x\",force:true}){clientMutationId}}"_s,
            u"InputObject 'ClosePullRequestInput' doesn't accept argument 'force'"_s, u"argumentNotAccepted"_s);
        row("input field missing",
            u"mutation{createRef(input:{repositoryId:\"x\",name:\"refs/heads/y\"}){clientMutationId}}"_s,
            u"Argument 'oid' on InputObject 'CreateRefInput' is required. Expected type GitObjectID!"_s,
            u"missingRequiredInputObjectAttribute"_s);
        row("leaf with selection", u"{viewer{login{length}}}"_s,
            u"Selections can't be made on scalars (field 'login' returns String but has selections [\"length\"])"_s,
            u"selectionMismatch"_s);
        row("object without", u"{viewer}"_s,
            u"Field must have selections (field 'viewer' returns User but has no selections. Did you mean 'viewer { ... }'?)"_s,
            u"selectionMismatch"_s);
        row("impossible fragment", u"{viewer{... on Repository{id}}}"_s,
            u"Fragment on Repository can't be spread inside User"_s, u"cannotSpreadFragment"_s);
        row("impossible named", u"{viewer{...F}} fragment F on Repository{id}"_s,
            u"Fragment F on Repository can't be spread inside User"_s, u"cannotSpreadFragment"_s);
        row("fragment type", u"{viewer{... on Usr{id}}}"_s, u"No such type Usr, so it can't be a fragment condition"_s,
            u"undefinedType"_s);
        row("fragment on scalar", u"{viewer{... on String{id}}}"_s,
            u"Invalid fragment on type String (must be Union, Interface or Object)"_s, u"fragmentOnNonCompositeType"_s);
        row("fragment undefined", u"{viewer{...F}}"_s, u"Fragment F was used, but not defined"_s,
            u"useAndDefineFragment"_s);
        row("fragment unused", u"{viewer{login}} fragment F on User{id}"_s, u"Fragment F was defined, but not used"_s,
            u"useAndDefineFragment"_s);
        row("fragment loop", u"{viewer{...F}} fragment F on User{...G} fragment G on User{...F}"_s,
            u"Fragment F contains an infinite loop"_s, u"infiniteLoop"_s);
        row("variable undefined", u"query Q{repository(owner:$o,name:\"b\"){id}}"_s,
            u"Variable $o is used by Q but not declared"_s, u"variableNotDefined"_s);
        row("variable undefined in fragment",
            u"query Q{repository(owner:\"a\",name:\"b\"){...F}} fragment F on Repository{ref(qualifiedName:$r){id}}"_s,
            u"Variable $r is used by Q but not declared"_s, u"variableNotDefined"_s);
        row("variable unused", u"query Q($o:String!){viewer{login}}"_s, u"Variable $o is declared by Q but not used"_s,
            u"variableNotUsed"_s);
        row("variable unused anonymous", u"query($o:String!){viewer{login}}"_s,
            u"Variable $o is declared by anonymous query but not used"_s, u"variableNotUsed"_s);
        row("variable nullable", u"query Q($o:String){repository(owner:$o,name:\"b\"){id}}"_s,
            u"Nullability mismatch on variable $o and argument owner (String / String!)"_s, u"variableMismatch"_s);
        row("variable nullable with default", u"query Q($o:String=\"x\"){repository(owner:$o,name:\"b\"){id}}"_s, {},
            {});
        row("variable type", u"query Q($o:ID!){repository(owner:$o,name:\"b\"){id}}"_s,
            u"Type mismatch on variable $o and argument owner (ID! / String!)"_s, u"variableMismatch"_s);
        row("variable list", u"query Q($i:[ID!]!){node(id:$i){id}}"_s,
            u"List dimension mismatch on variable $i and argument id ([ID!]! / ID!)"_s, u"variableMismatch"_s);
        row("variable inner null", u"query Q($i:[ID]!){nodes(ids:$i){id}}"_s,
            u"Nullability mismatch on variable $i and argument ids ([ID]! / [ID!]!)"_s, u"variableMismatch"_s);
        row("variable one for a list",
            u"query Q($s:PullRequestState!){repository(owner:\"a\",name:\"b\"){pullRequests(first:1,states:$s){totalCount}}}"_s,
            u"List dimension mismatch on variable $s and argument states (PullRequestState! / [PullRequestState!])"_s,
            u"variableMismatch"_s);
        row("variable of output type", u"query Q($o:User){repository(owner:$o,name:\"b\"){id}}"_s,
            u"User isn't a valid input type (on $o)"_s, u"variableRequiresValidType"_s);
        row("variable of no type", u"query Q($o:Strong){repository(owner:$o,name:\"b\"){id}}"_s,
            u"Strong isn't a defined input type (on $o)"_s, u"variableRequiresValidType"_s);
        row("variable default", u"query Q($o:String=3){repository(owner:$o,name:\"b\"){id}}"_s,
            u"Default value for $o doesn't match type String"_s, u"defaultValueInvalidType"_s);
        row("variable in input", u"mutation M($i:Int){closePullRequest(input:{pullRequestId:$i}){clientMutationId}}"_s,
            u"Type mismatch on variable $i and argument pullRequestId (Int / ID!)"_s, u"variableMismatch"_s);
        row("directive", u"{viewer{login @upper}}"_s, u"Directive @upper is not defined"_s, u"undefinedDirective"_s);
        row("directive argument", u"{viewer{login @skip}}"_s, u"Directive 'skip' is missing required arguments: if"_s,
            u"missingRequiredArguments"_s);
        row("directive type", u"{viewer{login @include(if:1)}}"_s,
            u"Argument 'if' on Directive 'include' has an invalid value (1). Expected type 'Boolean!'."_s,
            u"argumentLiteralsIncompatible"_s);
        row("two fields, one key", u"{viewer{x:login x:id}}"_s, u"Field 'x' has a field conflict: login or id?"_s,
            u"fieldConflict"_s);
        row("two arguments, one key",
            u"{repository(owner:\"a\",name:\"b\"){ref(qualifiedName:\"x\"){id} ref(qualifiedName:\"y\"){id}}}"_s,
            u"Field 'ref' has an argument conflict: {qualifiedName:\"x\"} or {qualifiedName:\"y\"}?"_s,
            u"fieldConflict"_s);
        row("one key on two types", u"{node(id:\"x\"){... on User{x:login} ... on Repository{x:name}}}"_s, {}, {});
        row("conflict below", u"{viewer{login} viewer{login:id}}"_s,
            u"Field 'login' has a field conflict: login or id?"_s, u"fieldConflict"_s);
        row("subscription", u"subscription{viewer{login}}"_s, u"Schema is not configured for subscriptions"_s,
            u"missingSubscriptionConfiguration"_s);
        row("two anonymous", u"{viewer{login}} {viewer{id}}"_s,
            u"Operation name is required when multiple operations are present"_s, u"uniquelyNamedOperations"_s);
        row("introspection",
            u"{__type(name:\"PullRequest\"){fields{name}} m:__type(name:\"Mutation\"){fields{name}}}"_s, {}, {});
        row("introspection is the query's", u"{viewer{__type(name:\"User\"){name}}}"_s,
            u"Field '__type' doesn't exist on type 'User'"_s, u"undefinedField"_s);
        row("type name", u"{__typename viewer{__typename}}"_s, {}, {});
    }
    void documentsThatGitHubRefusesAreRefused()
    {
        QFETCH(QString, source);
        QFETCH(QString, message);
        QFETCH(QString, code);
        const auto prepared = m_github->prepare(bodyOf(source));
        const auto* reply = std::get_if<Reply>(&prepared);
        if (message.isEmpty()) {
            QVERIFY2(!reply || reply->body["errors"][0]["message"].get<std::string>().starts_with("Variable"),
                reply ? text(reply->body).constData() : "");
            return;
        }
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QVERIFY(!reply->body.contains("data"));
        const Json& error = reply->body["errors"][0];
        QCOMPARE(textAt(error, "message"), message);
        QCOMPARE(textAt(memberAt(error, "extensions"), "code"), code);
        QVERIFY(!error.contains("type"));
        QVERIFY(error["locations"][0]["line"].get<int>() >= 1);
    }

    void aValidationErrorSaysItsPath()
    {
        const auto prepared = m_github->prepare(
            bodyOf(u"query Read{ r0:repository(owner:\"a\",name:\"b\"){ ... on Repository{ idd } } }"_s));
        const QByteArray wanted = "{\"path\":[\"query Read\",\"r0\",\"... on "
                                  "Repository\",\"idd\"],\"extensions\":{\"code\":\"undefinedField\",\"typeName\":"
                                  "\"Repository\",\"fieldName\":\"idd\"},\"locations\":[{\"line\":1,\"column\":67}],"
                                  "\"message\":\"Field 'idd' doesn't exist on type 'Repository'\"}";
        QCOMPARE(text(std::get<Reply>(prepared).body["errors"][0]), wanted);
    }

    void variablesAreCoercedStrictly_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("given"); // JSON; empty: not given
        QTest::addColumn<QByteArray>("value"); // JSON; empty: refused
        QTest::addColumn<QString>("message");
        const QString ref = u"CreateRefInput!"_s;
        const QByteArray oid = quoted("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'");
        const auto bad = [](const char* name, const QString& type, const QByteArray& given, const QString& why) {
            QTest::newRow(name) << type << given << QByteArray()
                                << u"Variable $v of type %1 was provided invalid value%2"_s.arg(type, why);
        };
        const auto good = [](const char* name, const QString& type, const QByteArray& given, const QByteArray& value) {
            QTest::newRow(name) << type << given << value << QString();
        };
        bad("missing", u"Int!"_s, {}, {});
        bad("null", u"String!"_s, "null", {});
        good("nullable null", u"String"_s, "null", "null");
        bad("int as text", u"Int"_s, "\"1\"", {});
        bad("int as float", u"Int"_s, "1.0", {});
        bad("int 2^31", u"Int"_s, "2147483648", {});
        bad("int -2^31-1", u"Int"_s, "-2147483649", {});
        bad("int 2^64-1", u"Int"_s, "18446744073709551615", {});
        good("int", u"Int"_s, "-2147483648", "-2147483648");
        bad("text as number", u"String"_s, "1", {});
        bad("flag as text", u"Boolean"_s, "\"true\"", {});
        good("id as number", u"ID"_s, "12", "\"12\"");
        bad("id as flag", u"ID"_s, "true", {});
        good("one is a list", u"[ID!]!"_s, "\"a\"", quoted("['a']"));
        bad("null in list", u"[ID!]!"_s, quoted("['a',null]"), u" for 1 (Expected value to not be null)"_s);
        bad("enum", u"PullRequestMergeMethod!"_s, "\"FAST\"", {});
        bad("enum in lower case", u"PullRequestMergeMethod!"_s, "\"merge\"", {});
        good("enum", u"PullRequestMergeMethod!"_s, "\"REBASE\"", "\"REBASE\"");
        bad("object as text", ref, "\"x\"", {});
        bad("input field missing", ref, quoted("{'repositoryId':'x','name':'n'}"),
            u" for oid (Expected value to not be null)"_s);
        bad("input field unknown", ref, quoted("{'repositoryId':'x','name':'n','oid':") + oid + quoted(",'sha':1}"),
            u" for sha (Field is not defined on CreateRefInput)"_s);
        bad("input field type", ref, quoted("{'repositoryId':'x','name':7,'oid':") + oid + "}",
            u" for name (Could not coerce value 7 to String)"_s);
        bad("oid", ref, quoted("{'repositoryId':'x','name':'n','oid':'main'}"),
            u" for oid (Could not coerce value \"main\" to GitObjectID)"_s);
        bad("two of them", ref, quoted("{'name':'n'}"),
            u" for oid (Expected value to not be null), repositoryId (Expected value to not be null)"_s);
        bad("deep", u"CreateCommitOnBranchInput!"_s,
            quoted("{'branch':{'branchName':'b'},'expectedHeadOid':") + oid
                + quoted(",'message':{'headline':'h'},'fileChanges':{'additions':[{'path':'p','contents':'a b'}]}}"),
            u" for fileChanges.additions.0.contents (Could not coerce value \"a b\" to Base64String)"_s);
        good("base64", u"Base64String"_s, "\"YQ==\"", "\"YQ==\"");
        good("no bytes", u"Base64String"_s, "\"\"", "\"\"");
        bad("base64 without padding", u"Base64String"_s, "\"YQ\"", {});
        bad("base64 with a line break", u"Base64String"_s, "\"YWFh\\nYWFh\\n==\"", {});
        bad("base64 all padding", u"Base64String"_s, "\"a===\"", {});
        good("defaults", u"UpdateRefInput!"_s, quoted("{'refId':'r','oid':") + oid + "}",
            quoted("{'force':false,'oid':") + oid + quoted(",'refId':'r'}"));
    }
    void variablesAreCoercedStrictly()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, value);
        QFETCH(QString, message);
        const auto parsed = parseDocument(u"query($v:%1){viewer{login}}"_s.arg(type));
        const Operation& operation = std::get<Document>(parsed).operations[0];
        Json variables = Json::object();
        if (!given.isEmpty())
            variables["v"] = Json::parse(given.toStdString());
        const auto result = coerceVariables(m_github->schema(), operation, variables);
        if (message.isEmpty()) {
            QVERIFY(std::holds_alternative<Json>(result));
            QCOMPARE(text(std::get<Json>(result)["v"]), value);
        } else {
            QVERIFY(std::holds_alternative<GraphqlErrors>(result));
            QCOMPARE(std::get<GraphqlErrors>(result)[0].message, message);
        }
    }

    void requestsOfTheWrongShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::newRow("no json") << QByteArray("{") << 400 << u"Problems parsing JSON"_s;
        QTest::newRow("array") << QByteArray("[]") << 400 << u"Body should be a JSON object"_s;
        QTest::newRow("no query") << QByteArray("{}") << 200
                                  << u"A query attribute must be specified and must be a string."_s;
        QTest::newRow("query null") << QByteArray(quoted("{'query':null}")) << 200
                                    << u"A query attribute must be specified and must be a string."_s;
        QTest::newRow("variables text") << QByteArray(quoted("{'query':'{hero{name}}','variables':'x'}")) << 200
                                        << u"Variables must be a JSON object."_s;
        QTest::newRow("operation unknown") << QByteArray(quoted("{'query':'query A{hero{name}}','operationName':'B'}"))
                                           << 200 << u"No operation named \"B\""_s;
        QTest::newRow("operation not chosen")
            << QByteArray(quoted("{'query':'query A{hero{name}} query B{hero{name}}'}")) << 200
            << u"An operation name is required"_s;
    }
    void requestsOfTheWrongShape()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, message);
        Log log;
        const Reply reply = ask(m_toy, log, body);
        QCOMPARE(reply.status, status);
        QCOMPARE(status == 400 ? textAt(reply.body, "message") : textAt(reply.body["errors"][0], "message"), message);
        QVERIFY(!reply.body.contains("data"));
    }

    void execution_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("reply");
        const auto row = [](const char* name, const QString& query, const QByteArray& reply) {
            QTest::newRow(name) << query << reply;
        };
        row("alias and order", u"{b:hero{name} a:hero{n:name}}"_s,
            quoted("{'data':{'b':{'name':'Ada'},'a':{'n':'Ada'}}}"));
        row("merged", u"{hero{name} ...F hero{friend{databaseId}}} fragment F on Query{hero{friend{name}}}"_s,
            quoted("{'data':{'hero':{'name':'Ada','friend':{'name':'Bob','databaseId':11073456019}}}}"));
        row("skip and include",
            u"{hero{name @skip(if:true) a:name @include(if:false) ... @include(if:true){b:name}}}"_s,
            quoted("{'data':{'hero':{'b':'Ada'}}}"));
        row("type condition", u"{hero{pet{__typename ... on Dog{barks} ... on Named{name}}}}"_s,
            quoted("{'data':{'hero':{'pet':{'__typename':'Cat','name':'Tom'}}}}"));
        row("nullable field fails", u"{hero{maybeFail name}}"_s,
            quoted("{'data':{'hero':{'maybeFail':null,'name':'Ada'}},'errors':[{'type':'FORBIDDEN','path':['hero','"
                   "maybeFail'],'locations':[{'line':1,'column':7}],'message':'no'}]}"));
        row("required field fails", u"{hero{name} x:hero{friend{mustFail}}}"_s,
            quoted("{'data':{'hero':{'name':'Ada'},'x':{'friend':null}},'errors':[{'type':'FORBIDDEN','path':['x','"
                   "friend','mustFail'],'locations':[{'line':1,'column':27}],'message':'no'}]}"));
        row("to the root", u"{hero{name} broken{name}}"_s,
            quoted("{'data':null,'errors':[{'path':['broken'],'locations':[{'line':1,'column':13}],'message':'Cannot "
                   "return null for non-nullable field Query.broken'}]}"));
        row("numbers in paths", u"{pets(first:3){nodes{... on Cat{name}}}}"_s,
            quoted("{'data':{'pets':{'nodes':[{'name':'Tom'},null,{'name':'Tom'}]}},'errors':[{'type':'NOT_FOUND','"
                   "path':['pets','nodes',1],'locations':[{'line':1,'column':16}],'message':'gone'}]}"));
        row("failure in a list", u"{hero{friends{name mustFail}}}"_s,
            quoted("{'data':{'hero':{'friends':[null,null]}},'errors':[{'type':'FORBIDDEN','path':['hero','friends',0,'"
                   "mustFail'],'locations':[{'line':1,'column':20}],'message':'no'},{'type':'FORBIDDEN','path':['hero',"
                   "'friends',1,'mustFail'],'locations':[{'line':1,'column':20}],'message':'no'}]}"));
        row("argument default", u"{twice}"_s, "{\"data\":{\"twice\":\"{\\\"value\\\":4}\"}}");
        row("argument list of one", u"{twice(list:3)}"_s,
            "{\"data\":{\"twice\":\"{\\\"value\\\":4,\\\"list\\\":[3]}\"}}");
        row("no page", u"{hero{name} pets{nodes{... on Cat{name}}}}"_s,
            quoted("{'data':null,'errors':[{'type':'MISSING_PAGINATION_BOUNDARIES','path':['pets'],'locations':[{'line'"
                   ":1,'column':13}],'message':'You must provide a `first` or `last` value to properly paginate the "
                   "`pets` connection.'}]}"));
        row("page of 101", u"{pets(last:101){nodes{... on Cat{name}}}}"_s,
            quoted("{'data':null,'errors':[{'type':'EXCESSIVE_PAGINATION','path':['pets'],'locations':[{'line':1,'"
                   "column':2}],'message':'Requesting 101 records on the `pets` connection exceeds the `last` limit of "
                   "100 records.'}]}"));
        row("page of 0", u"{pets(first:0){nodes{... on Cat{name}}}}"_s,
            quoted("{'data':null,'errors':[{'type':'INVALID_PAGINATION_BOUNDARIES','path':['pets'],'locations':[{'line'"
                   ":1,'column':2}],'message':'`first` on the `pets` connection cannot be less than 1.'}]}"));
        row("serial mutations without rollback",
            u"mutation{a:push(input:{word:\"one\"}) b:push(input:{word:\"bad\"}) c:push(input:{word:\"two\"})}"_s,
            quoted("{'data':{'a':1,'b':null,'c':2},'errors':[{'type':'UNPROCESSABLE','path':['b'],'locations':[{'line':"
                   "1,'column':37}],'message':'refused'}]}"));
        row("probe of a type",
            u"{__type(name:\"Cat\"){kind fields{name type{kind ofType{name}}}} x:__type(name:\"Cow\"){name}}"_s,
            quoted("{'data':{'__type':{'kind':'OBJECT','fields':[{'name':'name','type':{'kind':'NON_NULL','ofType':{'"
                   "name':'String'}}},{'name':'lives','type':{'kind':'SCALAR','ofType':null}}]},'x':null}}"));
    }
    void execution()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, reply);
        Log log;
        QCOMPARE(text(ask(m_toy, log, bodyOf(query)).body), reply);
    }

    void valuesOutsideTheirTypeAreErrorsNotAnswers()
    {
        Log log;
        const Json body = ask(m_toy, log, bodyOf(u"{wrongLeaf page hero{pet{... on Cat{lives}}}}"_s)).body;
        QCOMPARE(
            text(body["data"]), QByteArray(quoted("{'wrongLeaf':null,'page':null,'hero':{'pet':{'lives':null}}}")));
        QCOMPARE(body["errors"].size(), size_t(3));
    }

    void mutationVariablesReachTheResolver()
    {
        Log log;
        const Json reply = ask(m_toy, log,
            bodyOf(u"mutation($i:PushInput!,$w:String!){a:push(input:$i) b:push(input:{word:$w})}"_s,
                {{"i", {{"word", "first"}}}, {"w", "second"}}))
                               .body;
        QCOMPARE(text(reply), QByteArray(quoted("{'data':{'a':1,'b':2}}")));
        QCOMPARE(log.words, QStringList({u"first"_s, u"second"_s}));
    }

    void costCountsFullPages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("nodes");
        const QString pulls = u"pullRequests(first:50){nodes{files(first:60){nodes{path}}}}"_s;
        QTest::newRow("none") << u"{viewer{login}}"_s << 1 << 0;
        QTest::newRow("documented example")
            << u"{organization(login:\"x\"){repositories(first:100){nodes{%1}}}}"_s.arg(pulls) << 51 << 305'100;
        QTest::newRow("aliases are no connections")
            << u"{a:repository(owner:\"x\",name:\"a\"){pullRequests(first:10){nodes{id}}} b:repository(owner:\"x\",name:\"b\"){pullRequests(first:10){nodes{id}}}}"_s
            << 1 << 20;
    }
    void costCountsFullPages()
    {
        QFETCH(QString, query);
        QFETCH(int, points);
        QFETCH(int, nodes);
        const auto prepared = m_github->prepare(bodyOf(query));
        QVERIFY(std::holds_alternative<Prepared>(prepared));
        QCOMPARE(std::get<Prepared>(prepared).cost.points, points);
        QCOMPARE(std::get<Prepared>(prepared).cost.nodes, nodes);
    }

    void watchingAHundredPullRequestsCostsTwoPoints()
    {
        Json ids = Json::array();
        for (int i = 0; i < 100; ++i)
            ids.push_back("PR_" + std::to_string(i));
        const auto prepared = m_github->prepare(bodyOf(
            u"query W($ids:[ID!]!){nodes(ids:$ids){... on PullRequest{commits(last:1){nodes{commit{oid}}} timelineItems(last:3){nodes{__typename}}}}}"_s,
            {{"ids", ids}}));
        QCOMPARE(std::get<Prepared>(prepared).cost.points, 2);
    }

    void moreThanHalfAMillionNodesAreRefused()
    {
        const auto prepared = m_github->prepare(bodyOf(
            u"{organization(login:\"x\"){repositories(first:100){nodes{pullRequests(first:100){nodes{files(first:50){nodes{path}}}}}}}}"_s));
        const Json& error = std::get<Reply>(prepared).body["errors"][0];
        QCOMPARE(textAt(error, "type"), u"MAX_NODE_LIMIT_EXCEEDED"_s);
        QCOMPARE(textAt(error, "message"),
            u"This query requests up to 510,100 possible nodes which exceeds the maximum limit of 500,000."_s);
    }

private:
    struct GithubEngine : Engine {
        explicit GithubEngine(Schema schema)
            : Engine(std::move(schema), {})
        { }
    };
    std::optional<GithubEngine> m_github;
    Engine m_toy{readSchema(toySchema), toyResolvers()};
};

QTEST_GUILESS_MAIN(GraphqlEngineTests)
#include "graphql_engine_tests.moc"
