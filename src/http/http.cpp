// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http.h"

#include "base/text.h"
#include "base/thread_door.h"
#include "http/proxies.h"
#include "http/transfer.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkAccessManager>

namespace slipway::http {

QByteArray Response::header(const char* name) const
{
    for (const auto& header : headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    return {};
}

bool Response::isJson() const
{
    const auto type = header("Content-Type").toLower();
    const auto media = type.left(type.indexOf(';')).trimmed();
    return media == "application/json" || media.endsWith("+json");
}

std::optional<Timestamp> Response::date() const
{
    // HTTP's one date format; Qt's RFC 2822 parser does not take its "GMT".
    const auto read =
        QLocale::c().toDateTime(QString::fromLatin1(header("Date")), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!read.isValid())
        return std::nullopt;
    return Timestamp{QDateTime(read.date(), read.time(), Qt::UTC).toMSecsSinceEpoch()};
}

class Http::Private {
public:
    QFuture<Exchange> start(Http* owner, Request request, Transfer::Purpose purpose)
    {
        auto* transfer =
            new Transfer({manager, realTime, authorities, proxied, system.get()}, std::move(request), purpose, &live);
        connect(transfer, &Transfer::sending, owner, [this] { ++sent; });
        auto future = transfer->future();
        transfer->start();
        return future;
    }

    SystemClock realTime; //!< transport time is real time, whatever clock the rest of the program runs on
    QNetworkAccessManager manager;
    QList<QSslCertificate> authorities;
    bool proxied = false;
    std::shared_ptr<SystemProxies> system; //!< none: a proxy was named, or none is wanted
    QObject live; //!< parent of all transfers; declared last, so that they go before the manager
    qint64 sent = 0;
};

Http::Http(QObject* parent)
    : Http(NetworkOptions{}, parent)
{ }

Http::Http(const NetworkOptions& options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->authorities = options.authorities;
    d->proxied = options.proxy && !options.proxy->isEmpty();
    if (!options.proxy)
        d->system = std::make_shared<SystemProxies>(d->realTime, options.systemLookUp);
    d->manager.setProxyFactory(new Proxies(options, d->system)); // the manager's from here on
    d->manager.setAutoDeleteReplies(false);
    d->manager.setStrictTransportSecurityEnabled(false); // http is refused here except on loopback
}

Http::~Http() { abortAll(); }

QFuture<Exchange> Http::read(Request request)
{
    ThreadDoor::enter(this, "http");
    return d->start(this, std::move(request), Transfer::Purpose::Read);
}

QFuture<Exchange> Http::effect(Request request)
{
    ThreadDoor::enter(this, "http");
    return d->start(this, std::move(request), Transfer::Purpose::Effect);
}

void Http::abortAll()
{
    ThreadDoor::enter(this, "http");
    const auto transfers = d->live.findChildren<Transfer*>(Qt::FindDirectChildrenOnly);
    for (auto* transfer : transfers)
        transfer->cancel();
}

qint64 Http::requestsSent() const { return d->sent; }

} // namespace slipway::http
