// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/access_job.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "github/fragments.h"
#include "github/read_parts.h"

namespace slipway::github {

namespace {

QByteArray aliasOf(const char* prefix, qsizetype index) { return prefix + QByteArray::number(index); }

} // namespace

AccessJob::AccessJob(Transport& transport, AccessQuestion question, Identity identity, Done done)
    : m_transport(transport)
    , m_question(std::move(question))
    , m_done(std::move(done))
{
    m_access.identity = std::move(identity);
    m_access.permissions = transport.permissions();
}

void AccessJob::start()
{
    if (m_question.repositories.isEmpty() && m_question.organisations.isEmpty()) {
        m_done(std::move(m_access));
        return;
    }
    DocumentAssembler document(DocumentAssembler::Kind::Query, u"Access"_s);
    document.field(fragments::rateLimit);
    for (qsizetype i = 0; i < m_question.repositories.size(); ++i) {
        const auto& name = m_question.repositories.at(i);
        document.field(aliasOf("r", i) + ":repository(owner:" + document.value("String!", name.owner)
            + ",name:" + document.value("String!", name.name) + "){viewerPermission isArchived}");
    }
    for (qsizetype i = 0; i < m_question.organisations.size(); ++i)
        document.field(aliasOf("o", i) + ":organization(login:"
            + document.value("String!", m_question.organisations.at(i)) + "){teams(first:1){totalCount}}");
    m_transport.graphql(document.document(), Transport::Purpose::Read,
        [self = shared_from_this()](const std::variant<Envelope, Verdict>& outcome) {
            if (const auto* verdict = std::get_if<Verdict>(&outcome))
                self->m_done(verdict->error);
            else
                self->take(std::get<Envelope>(outcome));
        });
}

void AccessJob::take(const Envelope& envelope)
{
    for (qsizetype i = 0; i < m_question.repositories.size(); ++i) {
        RepositoryAccess access{.repository = m_question.repositories.at(i)};
        const Json& node = envelope.at(aliasOf("r", i));
        if (node.is_object()) {
            access.viewerPermission = textAt(node, "viewerPermission");
            access.archived = flagAt(node, "isArchived");
        } else {
            access.error =
                errorAt(envelope, aliasOf("r", i), Json{{"repository", access.repository.full().toStdString()}});
        }
        m_access.repositories.append(std::move(access));
    }
    for (qsizetype i = 0; i < m_question.organisations.size(); ++i) {
        const auto& login = m_question.organisations.at(i);
        OrganisationAccess access{.login = login};
        if (!memberAt(envelope.at(aliasOf("o", i)), "teams").is_object())
            access.error = errorAt(envelope, aliasOf("o", i), Json{{"organisation", login.toStdString()}});
        m_access.organisations.append(std::move(access));
    }
    const bool told = m_access.identity.tellsScopes || m_access.permissions;
    for (qsizetype i = 0; i < m_access.repositories.size(); ++i)
        if (!told && !m_access.repositories.at(i).error)
            probe(i);
    finishOne();
}

void AccessJob::probe(qsizetype index)
{
    struct Area {
        Readable RepositoryAccess::*field;
        QStringList path;
    };
    const QList<Area> areas{{&RepositoryAccess::contents, {u"commits"_s}},
        {&RepositoryAccess::pullRequests, {u"pulls"_s}}, {&RepositoryAccess::actions, {u"actions"_s, u"runs"_s}}};
    for (const auto& area : areas) {
        RestPath path(m_access.repositories.at(index).repository);
        for (const auto& part : area.path)
            path.part(part);
        path.query("per_page", u"1"_s);
        ++m_open;
        m_transport.rest({.path = path}, Transport::Purpose::Read,
            [self = shared_from_this(), index, field = area.field](
                const std::variant<http::Response, Verdict>& outcome, const QUrl&) {
                // 409 is an empty repository: it was allowed to look. What is neither leaves the question open.
                if (const auto* response = std::get_if<http::Response>(&outcome)) {
                    auto& access = self->m_access.repositories[index];
                    if (response->status == 200 || response->status == 409)
                        access.*field = Readable::Yes;
                    else if (response->status == 403 || response->status == 404)
                        access.*field = Readable::No;
                }
                self->finishOne();
            });
    }
}

void AccessJob::finishOne()
{
    if (--m_open == 0)
        m_done(std::move(m_access));
}

} // namespace slipway::github
