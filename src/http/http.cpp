// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http.h"

#include "base/asleep.h"
#include "base/logging.h"
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
        noticeSleep();
        auto* transfer =
            new Transfer({manager, realTime, authorities, proxied, system.get()}, std::move(request), purpose, &live);
        connect(transfer, &Transfer::sending, owner, [this] { ++sent; });
        connect(transfer, &Transfer::unanswered, owner, [this] { renewManager(); });
        auto future = transfer->future();
        transfer->start();
        if (!tick.isPending())
            watchForSleep(owner);
        return future;
    }

    //! While the computer slept, whoever is at the other end, or a router in between, has given the connections up without a
    //! word: an answer over them would be waited for until the time is over, and a new request would go nowhere.
    void noticeSleep()
    {
        const Millis now = timeAsleep();
        if (now - asleep < kSleep)
            return;
        asleep = now;
        qCInfo(logHttp) << "the computer slept: all connections are given up";
        const auto transfers = live.findChildren<Transfer*>(Qt::FindDirectChildrenOnly);
        for (auto* transfer : transfers)
            transfer->interrupt();
        manager->clearConnectionCache();
    }

    //! Only while something is under way.
    void watchForSleep(Http* owner)
    {
        tick = realTime.after(kTick, owner, [this, owner] {
            tick.cancel();
            noticeSleep();
            if (!live.children().isEmpty())
                watchForSleep(owner);
        });
    }

    //! Qt's thread reads the head of an answer a byte at a time for as long as there are bytes: headers without an end that
    //! come faster keep it from everything else, from giving up as well. What is asked from now on has a thread of its own;
    //! the former goes with the last transfer over it.
    void renewManager()
    {
        manager = std::make_shared<QNetworkAccessManager>();
        manager->setProxyFactory(new Proxies(options, system)); // the manager's from here on
        manager->setAutoDeleteReplies(false);
        manager->setStrictTransportSecurityEnabled(false); // http is refused here except on loopback
    }

    static constexpr Millis kSleep{2'000}, kTick{1'000};

    Millis asleep = timeAsleep(); //!< of which was taken notice
    Timer tick;
    SystemClock realTime; //!< transport time is real time, whatever clock the rest of the program runs on
    NetworkOptions options;
    std::shared_ptr<QNetworkAccessManager> manager;
    QList<QSslCertificate> authorities;
    bool proxied = false;
    std::shared_ptr<SystemProxies> system; //!< none: a proxy was named, or none is wanted
    QObject live; //!< parent of all transfers; after what they use, so that they go before it
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
    d->options = options;
    d->renewManager();
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
