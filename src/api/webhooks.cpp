// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhooks.h"

#include "api/constant_time.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

#include <QMessageAuthenticationCode>

namespace slipway::api {

namespace {

constexpr qint64 largestDelivery = 25LL * 1024 * 1024; // GitHub sends none that is larger
constexpr qsizetype mostDeliveries = 10'000;
constexpr qsizetype longestId = 100;

Error malformedDelivery(const char* reason) { return {.code = errc::apiMalformed, .args = {{"reason", reason}}}; }

bool isOfInterest(const QByteArray& event)
{
    static const QSet<QByteArray> events{"pull_request", "pull_request_review", "workflow_run", "check_suite",
        "check_run", "status", "merge_group", "push", "repository", "create", "delete"};
    return events.contains(event);
}

//! Takes deliveries; one object, because deliveries are remembered from one to the next.
class Inbox : public QObject {
public:
    Inbox(Context& context, Secret secret)
        : QObject(context.scope)
        , m_context(context)
        , m_secret(std::move(secret))
    { }

    void take(const Call& call)
    {
        const Request& request = call.request();
        const auto outcome = m_secret.isEmpty()
            ? Result<bool>(Error{.code = errc::apiNoRoute, .args = {{"path", "/webhooks/github"}}})
            : judge(request);
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
};

} // namespace

bool isSigned(const QByteArray& body, const QByteArray& header, const Secret& secret)
{
    static const QByteArray prefix("sha256=");
    if (secret.isEmpty() || !header.startsWith(prefix) || header.size() != prefix.size() + 64)
        return false;
    const QByteArray told = QByteArray::fromHex(header.mid(prefix.size()));
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
        .bodyLimit = secret.isEmpty() ? 0 : largestDelivery,
        .handle = [inbox](const Call& call) { inbox->take(call); }}};
}

} // namespace slipway::api
