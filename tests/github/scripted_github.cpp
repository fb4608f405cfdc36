// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_github.h"

#include "base/text.h"
#include "base/when_done.h"

#include <QAbstractEventDispatcher>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QThreadPool>

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
    : http(std::make_unique<CountedHttp>())
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

QFuture<http::Exchange> CountedHttp::read(http::Request request) { return counted(Http::read(std::move(request))); }

QFuture<http::Exchange> CountedHttp::effect(http::Request request) { return counted(Http::effect(std::move(request))); }

QFuture<http::Exchange> CountedHttp::counted(QFuture<http::Exchange> exchange)
{
    ++underWay;
    whenDone(
        exchange, this, [this](const http::Exchange&) { --underWay; }, [this] { --underWay; });
    return exchange;
}

void ScriptedGitHub::settle()
{
    using namespace std::chrono_literals;
    QDeadlineTimer unanswered(150ms);
    // More than one turn: what is written to a socket is readable at its other end a moment later, and what one answer
    // sets off may be the next question.
    for (int quiet = 0; quiet < 5;) {
        clock.advance(Millis(0));
        if (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) {
            quiet = 0;
            unanswered.setRemainingTime(150ms);
            continue;
        }
        QThread::usleep(200);
        const bool awaited = http->underWay > 0 || QThreadPool::globalInstance()->activeThreadCount() > 0;
        quiet = awaited && !unanswered.hasExpired() ? 0 : quiet + 1;
    }
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
