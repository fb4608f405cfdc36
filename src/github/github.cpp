// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/github.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "github/access_job.h"
#include "github/effect_calls.h"
#include "github/fragments.h"
#include "github/identity.h"
#include "github/promises.h"
#include "github/read_job.h"
#include "github/transport.h"

namespace slipway::github {

namespace {

Error cancelled() { return Error{.code = errc::networkCancelled}; }

} // namespace

class GitHub::Private {
public:
    Private(http::Http& http, Clock& clock, Connection connection)
        : transport(http, clock, std::move(connection))
    {
        traits->knowsRunDetails = !transport.isEnterpriseServer();
        QObject::connect(&transport, &Transport::tokenChanged, &transport, [this] { traits->login.clear(); });
    }

    void perform(const Effect& effect, Promises::Keep<EffectOutcome> keep);
    void send(const Effect& effect, Promises::Keep<EffectOutcome> keep);
    void askViewer(Promises::Keep<Result<Identity>> keep);
    //! What the transport knows beside the answer.
    Identity completed(Identity identity) const
    {
        identity.token = transport.tokenKind();
        identity.serverVersion = transport.serverVersion();
        identity.sunset = transport.sunset();
        if (!identity.tokenExpiresAt)
            identity.tokenExpiresAt = transport.tokenExpiresAt();
        return identity;
    }

    std::shared_ptr<ServerTraits> traits = std::make_shared<ServerTraits>();
    Promises promises;
    Transport transport; //!< goes first: no callback reaches a promise that is being given up
};

void GitHub::Private::perform(const Effect& effect, Promises::Keep<EffectOutcome> keep)
{
    // What an effect is on the wire depends on what the server knows.
    transport.prepare([this, effect, keep = std::move(keep)](const std::optional<Verdict>& trouble) {
        traits->knowsUpdateRefs = !transport.features().lacks("updateRefs");
        if (trouble)
            keep(trouble->outcome());
        else
            send(effect, keep);
    });
}

void GitHub::Private::send(const Effect& effect, Promises::Keep<EffectOutcome> keep)
{
    auto call = callFor(effect, traits);
    if (auto* mutation = std::get_if<GraphqlCall>(&call)) {
        transport.graphql(mutation->document, Transport::Purpose::Effect,
            [keep, judge = mutation->judge](const std::variant<Envelope, Verdict>& outcome) {
                if (const auto* verdict = std::get_if<Verdict>(&outcome))
                    keep(verdict->outcome());
                else
                    keep(judge(std::get<Envelope>(outcome)));
            });
        return;
    }
    auto& rest = std::get<RestCall>(call);
    transport.rest({.method = rest.method,
                       .path = rest.path,
                       .body = std::move(rest.body),
                       .args = Json{{"repository", repositoryOf(effect).full().toStdString()}}},
        Transport::Purpose::Effect,
        [keep, judge = rest.judge](const std::variant<http::Response, Verdict>& outcome, const QUrl& url) {
            if (const auto* verdict = std::get_if<Verdict>(&outcome))
                keep(verdict->outcome());
            else
                keep(judge(std::get<http::Response>(outcome), url));
        });
}

//! An installation's token may not read /user; the viewer it may.
void GitHub::Private::askViewer(Promises::Keep<Result<Identity>> keep)
{
    DocumentAssembler document(DocumentAssembler::Kind::Query, u"Viewer"_s);
    document.field(fragments::rateLimit);
    document.field("viewer{login}");
    transport.graphql(
        document.document(), Transport::Purpose::Read, [this, keep](const std::variant<Envelope, Verdict>& outcome) {
            if (const auto* verdict = std::get_if<Verdict>(&outcome)) {
                keep(verdict->error);
                return;
            }
            const auto& envelope = std::get<Envelope>(outcome);
            const auto login = textAt(envelope.at("viewer"), "login");
            if (login.isEmpty())
                keep(errorAt(envelope, "viewer", Json::object()));
            else
                keep(completed(Identity{.login = login}));
        });
}

GitHub::GitHub(http::Http& http, Clock& clock, Connection connection, QObject* parent)
    : QObject(parent)
{
    d = std::make_unique<Private>(http, clock, std::move(connection));
    connect(&d->transport, &Transport::budgetChanged, this, &GitHub::budgetChanged);
}

GitHub::~GitHub() = default;

QFuture<QList<ReadAnswer>> GitHub::read(QList<Read> reads)
{
    auto [future, keep] = d->promises.make<QList<ReadAnswer>>([reads, at = d->transport.clock().now()] {
        QList<ReadAnswer> answers;
        for (const auto& read : reads)
            answers.append(ReadAnswer{read, cancelled(), at});
        return answers;
    });
    std::make_shared<ReadJob>(d->transport, d->traits, std::move(reads), std::move(keep))->start();
    return future;
}

QFuture<EffectOutcome> GitHub::perform(const Effect& effect)
{
    auto [future, keep] = d->promises.make<EffectOutcome>([] {
        return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), cancelled()};
    });
    d->perform(effect, std::move(keep));
    return future;
}

QString GitHub::classOf(const Effect& effect) const
{
    const bool ofBranch = std::holds_alternative<MoveBranch>(effect) || std::holds_alternative<DeleteBranch>(effect);
    return ofBranch && d->transport.features().lacks("updateRefs") ? u"natural key"_s : github::classOf(effect);
}

QString GitHub::login() const { return d->traits->login; }

QFuture<Result<Identity>> GitHub::identity()
{
    auto [future, keepIt] = d->promises.make<Result<Identity>>([] { return Result<Identity>(cancelled()); });
    auto keep = keepIt; // a structured binding cannot be captured
    d->transport.rest({.path = RestPath().part(u"user"_s)}, Transport::Purpose::Read,
        [this, keep](const std::variant<http::Response, Verdict>& outcome, const QUrl& url) {
            if (const auto* verdict = std::get_if<Verdict>(&outcome)) {
                keep(verdict->error);
                return;
            }
            const auto& response = std::get<http::Response>(outcome);
            if (response.status == 403) {
                d->askViewer(keep);
            } else if (response.status != 200) {
                keep(verdictOf(response, url, Json::object()).error);
            } else if (auto identity = identityFrom(response)) {
                keep(d->completed(std::move(*identity)));
            } else {
                keep(unreadable(response, url));
            }
        });
    return future;
}

QFuture<Result<Access>> GitHub::access(const AccessQuestion& question)
{
    auto [future, keepIt] = d->promises.make<Result<Access>>([] { return Result<Access>(cancelled()); });
    auto keep = keepIt; // a structured binding cannot be captured
    whenDone(identity(), this, [this, keep, question](const Result<Identity>& identity) {
        if (identity)
            std::make_shared<AccessJob>(d->transport, question, *identity, keep)->start();
        else
            keep(identity.error());
    });
    return future;
}

Budget GitHub::budget() const { return d->transport.rates().budget(); }

Budget GitHub::budget(const QByteArray& resource) const { return d->transport.rates().budget(resource); }

Spent GitHub::spent() const { return d->transport.rates().spent(); }

std::optional<Incident> GitHub::incident() const { return d->transport.incident(); }

std::optional<Millis> GitHub::serverAhead() const { return d->transport.serverAhead(); }

qint64 GitHub::requestsSent() const { return d->transport.requestsSent(); }

} // namespace slipway::github
