// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/host.h"

#include "base/error_codes.h"
#include "base/loopback.h"
#include "base/text.h"
#include "github/rest.h"

namespace slipway::github {

namespace {

constexpr auto dataResidency = ".ghe.com"_L1;

QUrl at(const QUrl& base, const QString& host, const QString& path)
{
    QUrl url;
    url.setScheme(base.scheme());
    url.setHost(host);
    url.setPort(base.port());
    url.setPath(path);
    return url;
}

QString pathOf(const QUrl& url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

Error unsafe(const QString& setting)
{
    const QUrl url(setting);
    return {.code = errc::networkUnsafeUrl,
        .args = {{"url", url.isValid() ? url.toString(QUrl::RemoveUserInfo).toStdString() : std::string()}}};
}

} // namespace

Result<Host> hostFrom(const QString& setting)
{
    const QString text = setting.trimmed();
    const QUrl given(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::StrictMode);
    const QString name = given.host().toLower();
    const QString path = pathOf(given);
    const bool loopback = isLoopbackHost(name);
    const bool secure = given.scheme() == "https"_L1 || (given.scheme() == "http"_L1 && loopback);
    if (!given.isValid() || name.isEmpty() || !secure || !given.userInfo().isEmpty() || given.hasQuery()
        || given.hasFragment() || (!path.isEmpty() && path != "/api/v3"_L1))
        return unsafe(text);

    Host host;
    if (name == "github.com"_L1 || name == "www.github.com"_L1 || name == "api.github.com"_L1) {
        host.web = at(given, u"github.com"_s, {});
        host.rest = at(given, u"api.github.com"_s, {});
    } else if (name.endsWith(dataResidency)) {
        const QString own = name.startsWith("api."_L1) ? name.mid(4) : name;
        if (own.count(u'.') != 2) // one word before ghe.com
            return unsafe(text);
        host.kind = Host::Kind::DataResidency;
        host.web = at(given, own, {});
        host.rest = at(given, u"api."_s + own, {});
    } else {
        const bool simulated = loopback && path.isEmpty();
        host.kind = simulated ? Host::Kind::GitHubCom : Host::Kind::EnterpriseServer;
        host.web = at(given, name, {});
        host.rest = at(given, name, simulated ? QString() : u"/api/v3"_s);
    }
    host.graphql = graphqlUrl(host.rest);
    host.deviceCode = at(host.web, host.web.host(), u"/login/device/code"_s);
    host.accessToken = at(host.web, host.web.host(), u"/login/oauth/access_token"_s);
    return host;
}

bool isPageOf(const Host& host, const QUrl& url)
{
    return url.isValid() && url.scheme() == host.web.scheme() && url.userInfo().isEmpty()
        && url.host().compare(host.web.host(), Qt::CaseInsensitive) == 0 && url.port() == host.web.port();
}

} // namespace slipway::github
