// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhooks.h"

#include "api/constant_time.h"
#include "api/rate_limiter.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

#include <QMessageAuthenticationCode>

namespace slipway::api {

namespace {

constexpr qint64 largestDelivery = 25LL * 1024 * 1024; // GitHub sends none that is larger
constexpr qsizetype mostDeliveries = 10'000;
constexpr qsizetype longestId = 100;
constexpr int largePerSecond = 2;

Error malformedDelivery(const char* reason) { return {.code = errc::apiMalformed, .args = {{"reason", reason}}}; }

bool isOfInterest(const QByteArray& event)
{
    static const QSet<QByteArray> events{"pull_request", "pull_request_review", "workflow_run", "check_suite",
        "check_run", "status", "merge_group", "push", "repository", "create", "delete"};
    return events.contains(event);
}

const QByteArray signaturePrefix("sha256=");

bool looksSigned(const QByteArray& header)
{
    return header.startsWith(signaturePrefix) && header.size() == signaturePrefix.size() + 64;
}

//! Takes deliveries; one object, because deliveries are remembered from one to the next.
class Inbox : public QObject {
public:
    Inbox(Context& context, Secret secret)
        : QObject(context.scope)
        , m_context(context)
        , m_secret(std::move(secret))
        , m_large(largePerSecond, context.clock)
    { }

    //! By the head. Anybody may send, and who did is known by the whole body only. One of the usual size costs no more to
    //! check than to refuse, so that these are not counted: else a flood of forged ones would keep GitHub's out. Large
    //! ones are few, and a look that is missed for one is made later.
    std::optional<Error> refuses(const Request& head)
    {
        if (m_secret.isEmpty())
            return Error{.code = errc::apiNoRoute, .args = {{"path", "/webhooks/github"}}};
        if (!looksSigned(head.header("X-Hub-Signature-256")))
            return Error{.code = errc::apiSignature};
        if (head.contentLength > HttpLimits().smallBody && !m_large.take({}))
            return Error{.code = errc::apiTooMany};
        return std::nullopt;
    }

    void take(const Call& call)
    {
        const auto outcome = judge(call.request());
        if (!outcome) {
            qCWarning(logApi) << "refused a delivery:" << outcome.error().code;
            return call.exchange->answer(problem(outcome.error()));
        }
        call.exchange->answer(Response::json(202, {{"looked", *outcome}}));
    }

private:
    //! Whether it led to a look.
    Result<bool> judge(const Request& request)
    {
        // Before anything of it is read: what is not signed is not GitHub's.
        if (!isSigned(request.body, request.header("X-Hub-Signature-256"), m_secret))
            return Error{.code = errc::apiSignature};
        const QByteArray id = request.header("X-GitHub-Delivery"), event = request.header("X-GitHub-Event");
        if (id.isEmpty() || id.size() > longestId || event.isEmpty())
            return malformedDelivery("X-GitHub-Delivery or X-GitHub-Event is missing");
        const auto news = newsOf(event, request.body);
        if (!news)
            return news.error();
        if (!m_deliveries.takeFirst(id) || !*news)
            return false;
        qCDebug(logApi) << "news:" << event << (*news)->repository;
        m_context.desk.hear(**news);
        return true;
    }

    Context& m_context;
    Secret m_secret;
    Deliveries m_deliveries;
    RateLimiter m_large;
};

} // namespace

bool isSigned(const QByteArray& body, const QByteArray& header, const Secret& secret)
{
    if (secret.isEmpty() || !looksSigned(header))
        return false;
    const QByteArray told = QByteArray::fromHex(header.mid(signaturePrefix.size()));
    return equalInConstantTime(
        QMessageAuthenticationCode::hash(body, secret.reveal(), QCryptographicHash::Sha256), told);
}

bool Deliveries::takeFirst(const QByteArray& id)
{
    if (m_ids.contains(id))
        return false;
    m_ids.insert(id);
    m_order.append(id);
    if (m_order.size() > mostDeliveries)
        m_ids.remove(m_order.takeFirst());
    return true;
}

Result<std::optional<desk::News>> newsOf(const QByteArray& event, const QByteArray& body)
{
    const auto json = parseJson(body, {.bytes = largestDelivery});
    if (!json)
        return json.error();
    if (!json->is_object())
        return malformedDelivery("the delivery is no JSON object");
    const QString repository = textAt(memberAt(*json, "repository"), "full_name");
    if (!isOfInterest(event) || repository.isEmpty())
        return std::optional<desk::News>();
    return std::optional(
        desk::News{.repository = repository, .pullRequest = textAt(memberAt(*json, "pull_request"), "node_id")});
}

QList<Route> webhookRoutes(Context& context, const Secret& secret)
{
    auto* inbox = new Inbox(context, secret); // ends with the scope
    return {Route{.method = "POST",
        .path = u"/webhooks/github"_s,
        .operation = u"takeDelivery"_s,
        .gate = Gate::Open,
        .bodyLimit = largestDelivery,
        .refuses = [inbox](const Request& head) { return inbox->refuses(head); },
        .handle = [inbox](const Call& call) { inbox->take(call); }}};
}

} // namespace slipway::api
