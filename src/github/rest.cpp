// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/rest.h"

#include "base/text.h"

namespace slipway::github {

namespace {

QByteArray base(const QUrl& apiUrl)
{
    auto text = apiUrl.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (text.endsWith('/'))
        text.chop(1);
    return text;
}

} // namespace

RestPath::RestPath(const RepositoryName& repository) { part(u"repos"_s).part(repository.owner).part(repository.name); }

RestPath& RestPath::part(const QString& text)
{
    m_path += "/" + QUrl::toPercentEncoding(text);
    return *this;
}

RestPath& RestPath::path(const QString& text)
{
    for (const auto& element : text.split(u'/'))
        part(element);
    return *this;
}

RestPath& RestPath::query(const char* name, const QString& value)
{
    m_query += (m_query.isEmpty() ? "?" : "&") + QByteArray(name) + "=" + QUrl::toPercentEncoding(value);
    return *this;
}

QUrl RestPath::on(const QUrl& apiUrl) const { return QUrl::fromEncoded(base(apiUrl) + m_path + m_query); }

QUrl graphqlUrl(const QUrl& apiUrl)
{
    auto text = base(apiUrl);
    if (text.endsWith("/api/v3"))
        text.chop(2);
    else
        text += '/';
    return QUrl::fromEncoded(text + "graphql");
}

} // namespace slipway::github
