// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_github.h"

#include "base/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

using namespace slipway;

namespace {

//! SLIPWAY_TEST_DOCUMENTS names a folder for every document that the tests produce, to hold them against the schema
//! that GitHub publishes.
void keepDocument(const QByteArray& body)
{
    const auto folder = qEnvironmentVariable("SLIPWAY_TEST_DOCUMENTS");
    if (folder.isEmpty())
        return;
    const auto name = QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex();
    QFile file(folder + u'/' + QString::fromLatin1(name) + u".json"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(body);
}

} // namespace

std::string ScriptedGitHub::Asked::alias(const QByteArray& prefix, int n) const
{
    const QRegularExpression pattern(u"\\b(%1\\d+):"_s.arg(QString::fromUtf8(prefix)));
    auto matches = pattern.globalMatch(QString::fromUtf8(query));
    for (int i = 0; matches.hasNext(); ++i) {
        const auto match = matches.next();
        if (i == n)
            return match.captured(1).toStdString();
    }
    return "no-such-alias";
}

Json ScriptedGitHub::Asked::variables() const { return memberAt(body, "variables"); }

ScriptedGitHub::ScriptedGitHub()
    : http(std::make_unique<http::Http>())
    , github(std::make_unique<github::GitHub>(*http, clock, github::Connection{server.url(QString()), Secret(canary)}))
{
    server.script = [this](const RawServer::Received& raw) {
        Asked request{.method = raw.method, .path = raw.path, .raw = raw};
        if (const auto body = parseJson(raw.body); body.ok())
            request.body = *body;
        request.query = textAt(request.body, "query").toUtf8();
        asked.append(request);
        const bool isGraphql = raw.path == "/graphql";
        if (isGraphql)
            keepDocument(raw.body);
        const auto& handler = isGraphql ? graphql : rest;
        const auto answer = handler ? handler(request) : Answer{599, "no script", {}};
        return httpAnswer(answer.status, answer.body,
            QList<QByteArray>{"Content-Type: application/json", "X-GitHub-Request-Id: ABCD:1234"} + answer.headers);
    };
}

QList<github::ReadAnswer> ScriptedGitHub::read(QList<github::Read> reads)
{
    return waitFor(github->read(std::move(reads)));
}

github::EffectOutcome ScriptedGitHub::perform(const github::Effect& effect) { return waitFor(github->perform(effect)); }

ScriptedGitHub::Answer ScriptedGitHub::json(const Json& body, int status, QList<QByteArray> headers)
{
    return {status, toBytes(body), std::move(headers)};
}

Json ScriptedGitHub::error(const char* type, const char* message, Json path)
{
    Json error{{"type", type}, {"message", message}};
    if (!path.is_null())
        error["path"] = std::move(path);
    return error;
}
