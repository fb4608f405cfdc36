// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/server_features.h"

#include "base/text.h"

#include <array>

namespace slipway::github {

namespace {

struct YoungField {
    const char *type, *field;
};

//! Fields that github.com has and older servers may lack. Only these are ever cut:
//! without any other field Slipway could not work, and GitHub's own words on it are clearer than a value that is missing.
constexpr std::array youngFields{YoungField{"PullRequest", "mergeStateStatus"},
    YoungField{"PullRequest", "isInMergeQueue"}, YoungField{"PullRequest", "isMergeQueueEnabled"},
    YoungField{"PullRequest", "mergeQueue"}, YoungField{"PullRequest", "mergeQueueEntry"},
    YoungField{"PullRequest", "autoMergeRequest"}, YoungField{"Repository", "mergeQueue"},
    YoungField{"Repository", "autoMergeAllowed"}, YoungField{"Repository", "templateRepository"}};

const QList<QByteArray>& usedMutations()
{
    static const QList<QByteArray> mutations{"updateRefs", "enqueuePullRequest", "enablePullRequestAutoMerge",
        "createCommitOnBranch", "updatePullRequestBranch"};
    return mutations;
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

qsizetype skipBlanks(const QByteArray& text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == ','))
        ++at;
    return at;
}

//! Behind the bracket that closes the one at `at`.
qsizetype skipGroup(const QByteArray& text, qsizetype at)
{
    const char open = text[at], close = open == '(' ? ')' : '}';
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == open)
            ++depth;
        else if (text[at] == close && --depth == 0)
            return at + 1;
    }
    return at;
}

} // namespace

Document featureProbe()
{
    DocumentAssembler document(DocumentAssembler::Kind::Query, u"Features"_s);
    for (const auto& [alias, type] : {std::pair{"pullRequest", "PullRequest"}, std::pair{"repository", "Repository"},
             std::pair{"mutation", "Mutation"}})
        document.field(QByteArray(alias) + ":__type(name:" + document.value("String!", QString::fromLatin1(type))
            + "){fields{name}}");
    return document.document();
}

std::optional<ServerFeatures> featuresFrom(const Envelope& answer)
{
    const auto namesAt = [&answer](const char* alias) {
        QSet<QByteArray> names;
        if (const Json& fields = memberAt(answer.at(alias), "fields"); fields.is_array())
            for (const auto& field : fields)
                names.insert(textAt(field, "name").toUtf8());
        return names;
    };
    const auto pullRequest = namesAt("pullRequest"), repository = namesAt("repository"), mutation = namesAt("mutation");
    if (pullRequest.isEmpty() || repository.isEmpty() || mutation.isEmpty())
        return std::nullopt;
    ServerFeatures features;
    for (const auto& young : youngFields)
        if (!(qstrcmp(young.type, "Repository") == 0 ? repository : pullRequest).contains(young.field))
            features.missingFields.insert(young.field);
    for (const auto& name : usedMutations())
        if (!mutation.contains(name))
            features.missingMutations.insert(name);
    return features;
}

QByteArray withoutFields(const QByteArray& text, const QSet<QByteArray>& fields)
{
    if (fields.isEmpty())
        return text;
    QByteArray out;
    out.reserve(text.size());
    int parentheses = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '(')
            ++parentheses;
        else if (c == ')')
            --parentheses;
        if (!isNameCharacter(c)) {
            out += c;
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && isNameCharacter(text[at]))
            ++at;
        // "alias:name" is one selection; inside parentheses names are arguments.
        qsizetype name = begin, end = at;
        if (parentheses == 0 && at < text.size() && text[at] == ':') {
            name = at + 1;
            end = name;
            while (end < text.size() && isNameCharacter(text[end]))
                ++end;
        }
        const bool variable = begin > 0 && (text[begin - 1] == '$' || text[begin - 1] == '.');
        if (parentheses > 0 || variable || !fields.contains(text.mid(name, end - name))) {
            out += text.mid(begin, end - begin);
            at = end;
            continue;
        }
        at = skipBlanks(text, end);
        for (const char open : {'(', '{'})
            if (at < text.size() && text[at] == open)
                at = skipBlanks(text, skipGroup(text, at));
        if (!out.isEmpty() && !out.endsWith(' ') && !out.endsWith('{') && !out.endsWith('\n'))
            out += ' ';
    }
    return out;
}

Document withoutFields(const Document& document, const QSet<QByteArray>& fields)
{
    Document out = document;
    out.text = withoutFields(document.text, fields);
    const qsizetype open = out.text.indexOf('('), brace = out.text.indexOf('{');
    const qsizetype close = open < 0 ? -1 : out.text.indexOf(')', open);
    if (out.text == document.text || close < 0 || brace < open)
        return out;
    // A variable that only a cut field used would have GitHub refuse the whole document.
    const QByteArray body = out.text.mid(close);
    const auto isUsed = [&body](const QByteArray& variable) {
        for (qsizetype at = body.indexOf(variable); at >= 0; at = body.indexOf(variable, at + 1)) {
            if (at + variable.size() == body.size() || !isNameCharacter(body[at + variable.size()]))
                return true;
        }
        return false;
    };
    QByteArrayList kept;
    for (const QByteArray& declaration : out.text.mid(open + 1, close - open - 1).split(',')) {
        const QByteArray variable = declaration.left(declaration.indexOf(':')).trimmed();
        if (isUsed(variable))
            kept.append(declaration);
        else
            out.variables.erase(variable.mid(1).toStdString());
    }
    out.text = out.text.left(open) + (kept.isEmpty() ? QByteArray() : '(' + kept.join(',') + ')') + body.mid(1);
    return out;
}

} // namespace slipway::github
