// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/webhook.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QHostAddress>
#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QTimer>
#include <QUuid>

namespace slipway::sandbox {

namespace {

constexpr int answerMillis = 10'000; // GitHub waits as long

QString actionOf(const QString& before, const PullRequest& pull)
{
    if (before.isEmpty())
        return u"opened"_s;
    const bool wasOpen = before.startsWith("open"_L1), isOpen = pull.state == PullState::Open;
    if (wasOpen != isOpen)
        return isOpen ? u"reopened"_s : u"closed"_s;
    return before.section(u' ', 1, 1) == pull.headOid ? u"edited"_s : u"synchronize"_s;
}

} // namespace

Webhook::Webhook(World& world)
    : QObject(&world)
    , m_world(world)
{
    connect(&world, &World::pullRequestTouched, this, [this](const PullRequest& pull) { tell(pull); });
    connect(&world, &World::workflowRunTouched, this, [this](const WorkflowRun& run) { tell(run); });
    connect(&world, &World::repositoryTouched, this, [this](const Repository& repository) { tell(repository); });
}

Webhook& Webhook::of(World& world)
{
    if (auto* known = world.findChild<Webhook*>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Webhook(world); // ends with the world
}

Result<Json> Webhook::pointAt(const QString& url, const QByteArray& secret)
{
    const QUrl target(url, QUrl::StrictMode);
    if (target.scheme() != "http"_L1 || !QHostAddress(target.host()).isLoopback() || secret.isEmpty())
        return Error{
            .code = errc::usage, .args = {{"reason", "a webhook needs a secret and an http address on this computer"}}};
    m_url = target;
    m_secret = secret;
    deliver(
        "ping", {{"zen", "Look now."}, {"hook_id", 1}, {"organization", {{"login", toJson(m_world.organisation())}}}});
    return Json{{"url", toJson(url)}};
}

Json Webhook::about(const QString& action, const QString& repository) const
{
    return {{"action", toJson(action)},
        {"repository",
            {{"name", toJson(repository)}, {"full_name", toJson(m_world.organisation() + u'/' + repository)}}},
        {"sender", {{"login", toJson(m_world.viewer().login)}}}};
}

void Webhook::tell(const PullRequest& pull)
{
    const bool merged = !pull.mergeCommitOid.isEmpty();
    const QString key = u"pull/"_s + pull.nodeId;
    const QString state = u"%1 %2 %3 %4"_s.arg(pull.state == PullState::Open ? u"open"_s : u"closed"_s, pull.headOid,
        pull.isDraft ? u"draft"_s : QString(), pull.autoMerge ? u"auto"_s : QString());
    const QString before = m_told.value(key);
    if (before == state)
        return;
    m_told.insert(key, state);
    Json payload = about(actionOf(before, pull), pull.repository);
    payload["number"] = pull.number;
    payload["pull_request"] = {{"id", pull.id}, {"node_id", toJson(pull.nodeId)}, {"number", pull.number},
        {"state", pull.state == PullState::Open ? "open" : "closed"}, {"merged", merged}, {"draft", pull.isDraft},
        {"head", {{"ref", toJson(pull.headName)}, {"sha", toJson(pull.headOid)}}},
        {"base", {{"ref", toJson(pull.baseName)}, {"sha", toJson(pull.baseOid)}}}};
    deliver("pull_request", payload);
    if (!merged)
        return;
    Json push = about(u"push"_s, pull.repository);
    push.erase("action");
    push["ref"] = "refs/heads/" + pull.baseName.toStdString();
    push["before"] = toJson(pull.baseOid);
    push["after"] = toJson(pull.mergeCommitOid);
    deliver("push", push);
}

void Webhook::tell(const WorkflowRun& run)
{
    const QString key = u"run/%1"_s.arg(run.id);
    const QString state = u"%1 %2 %3"_s.arg(run.status, run.conclusion).arg(run.attempt);
    if (std::exchange(m_told[key], state) == state)
        return;
    const bool completed = run.status == "completed"_L1;
    Json payload = about(completed           ? u"completed"_s
            : run.status == "in_progress"_L1 ? u"in_progress"_s
                                             : u"requested"_s,
        run.repository);
    const Json conclusion = run.conclusion.isEmpty() ? Json(nullptr) : toJson(run.conclusion);
    payload["workflow_run"] = {{"id", run.id}, {"name", toJson(run.name)}, {"path", toJson(run.path)},
        {"event", toJson(run.event)}, {"status", toJson(run.status)}, {"conclusion", conclusion},
        {"head_branch", toJson(run.branch)}, {"head_sha", toJson(run.headSha)}, {"run_number", run.number},
        {"run_attempt", run.attempt}, {"check_suite_id", run.suiteId}};
    deliver("workflow_run", payload);
    if (!completed)
        return;
    Json suite = about(u"completed"_s, run.repository);
    suite["check_suite"] = {{"id", run.suiteId}, {"head_sha", toJson(run.headSha)}, {"head_branch", toJson(run.branch)},
        {"status", "completed"}, {"conclusion", conclusion}};
    deliver("check_suite", suite);
}

void Webhook::tell(const Repository& repository)
{
    const QString key = u"repository/"_s + repository.name;
    const QString state = u"%1 %2"_s.arg(int(repository.isEmpty)).arg(int(repository.isArchived));
    const bool isNew = !m_told.contains(key);
    if (std::exchange(m_told[key], state) != state)
        deliver("repository", about(isNew ? u"created"_s : u"edited"_s, repository.name));
}

void Webhook::deliver(const QByteArray& event, const Json& payload)
{
    if (!m_url.isValid())
        return;
    const QByteArray body = toBytes(payload);
    const QByteArray signature = QMessageAuthenticationCode::hash(body, m_secret, QCryptographicHash::Sha256).toHex();
    const QByteArray path = m_url.path(QUrl::FullyEncoded).isEmpty() ? "/" : m_url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray request = "POST " + path + " HTTP/1.1\r\nHost: " + m_url.authority().toLatin1()
        + "\r\nUser-Agent: GitHub-Hookshot/sandbox\r\nAccept: */*\r\nContent-Type: application/json"
        + "\r\nX-GitHub-Event: " + event + "\r\nX-GitHub-Hook-ID: 1\r\nX-GitHub-Delivery: "
        + QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1() + "\r\nX-Hub-Signature-256: sha256=" + signature
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    auto* socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::connected, socket, [socket, request] { socket->write(request); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    QTimer::singleShot(answerMillis, socket, &QObject::deleteLater);
    // After the call that changed the world, so that who looks at once sees the change.
    QTimer::singleShot(0, socket, [socket, url = m_url] { socket->connectToHost(url.host(), quint16(url.port(80))); });
}

} // namespace slipway::sandbox
