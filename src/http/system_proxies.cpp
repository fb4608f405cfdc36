// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/system_proxies.h"

#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"

#include <QNetworkProxyQuery>
#include <QPromise>

#include <system_error>
#include <thread>

namespace slipway::http {

namespace {

constexpr Millis kGoodFor{10 * 60'000};
constexpr Millis kLongestLookUp{5'000};
//! After a look-up that took too long: not every request has to wait as long.
constexpr Millis kAgainAfter{60'000};

QString keyFor(const QUrl& url) { return u"%1://%2:%3"_s.arg(url.scheme(), url.host().toLower()).arg(url.port(0)); }

} // namespace

SystemProxies::SystemProxies(Clock& clock, ProxyLookUp lookUp)
    : m_clock(clock)
    , m_lookUp(std::move(lookUp))
{ }

QList<QNetworkProxy> SystemProxies::known(const QUrl& url) const
{
    const QMutexLocker lock(&m_mutex);
    return m_known.value(keyFor(url)).proxies;
}

void SystemProxies::prepare(const QUrl& url, QObject* context, std::function<void()> ready)
{
    const QString key = keyFor(url);
    const bool fresh = [&] {
        const QMutexLocker lock(&m_mutex);
        const auto entry = m_known.constFind(key);
        return entry != m_known.constEnd() && m_clock.now() < entry->until;
    }();
    if (fresh)
        return ready();
    const bool asked = m_asking.contains(key);
    m_asking[key].waiting.append({context, std::move(ready)});
    if (!asked)
        ask(url);
}

void SystemProxies::ask(const QUrl& url)
{
    const QString key = keyFor(url);
    m_asking[key].limit = m_clock.after(kLongestLookUp, this, [this, url, key] {
        qCWarning(logHttp).noquote() << "the system does not say which proxy leads to" << key;
        const auto before = known(url);
        take(key, before.isEmpty() ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : before, kAgainAfter);
    });
    auto promise = std::make_shared<QPromise<QList<QNetworkProxy>>>();
    promise->start();
    whenDone(promise->future(), this, [this, key](const QList<QNetworkProxy>& proxies) {
        take(key, proxies.isEmpty() ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : proxies, kGoodFor);
    });
    // Left to itself: nothing waits for a look-up that never ends, the end of the program neither.
    try {
        std::thread([promise, lookUp = m_lookUp, query = QNetworkProxyQuery(url)] {
            promise->addResult(lookUp(query));
            promise->finish();
        }).detach();
    } catch (const std::system_error&) {
        promise->addResult(QList<QNetworkProxy>());
        promise->finish();
    }
}

void SystemProxies::take(const QString& key, QList<QNetworkProxy> proxies, Millis goodFor)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_known.insert(key, {std::move(proxies), m_clock.now() + goodFor});
    }
    const auto asking = m_asking.find(key);
    if (asking == m_asking.end())
        return; // it came too late for those that waited, and serves the next
    const auto waiting = std::move(asking->second.waiting);
    m_asking.erase(asking);
    for (const auto& [context, ready] : waiting)
        if (context)
            ready();
}

} // namespace slipway::http
