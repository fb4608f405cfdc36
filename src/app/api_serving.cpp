// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api_serving.h"

#include "api/api.h"
#include "app/connections.h"
#include "app/relay.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

namespace slipway::app {

namespace {

class RealApi : public terminal::ServedApi {
public:
    explicit RealApi(std::unique_ptr<api::Api> api)
        : m_api(std::move(api))
    { }
    QUrl url() const override { return m_api->url(); }

private:
    std::unique_ptr<api::Api> m_api;
};

class RealRelay : public terminal::RunningRelay {
public:
    explicit RealRelay(std::unique_ptr<Relay> relay)
        : m_relay(std::move(relay))
    { }

private:
    std::unique_ptr<Relay> m_relay;
};

Error usage(const QString& text, const QString& remedy)
{
    return {.code = errc::usage, .args = {{"text", text.toStdString()}, {"remedy", remedy.toStdString()}}};
}

struct Place {
    QHostAddress address;
    quint16 port;
};

Result<Place> placeOf(const QString& listen)
{
    const auto colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const auto port = listen.mid(colon + 1).toUShort(&isNumber);
    QString host = listen.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1).chopped(1);
    const QHostAddress address(host == "localhost"_L1 ? u"127.0.0.1"_s : host);
    if (colon < 0 || !isNumber || address.isNull())
        return usage(u"“%1” is no address to listen on."_s.arg(listen), u"Give one such as 127.0.0.1:8077."_s);
    return Place{address, port};
}

Result<Secret> webhookSecretOf(const QString& file)
{
    if (file.isEmpty())
        return Secret();
    const auto bytes = readPrivateFile(file);
    if (!bytes)
        return bytes.error();
    const QByteArray text = bytes->trimmed();
    if (text.size() < 8)
        return usage(u"The secret in %1 is too short."_s.arg(file), u"Use at least 8 characters, better 32."_s);
    return Secret(text);
}

api::TokenFile fileOf(const QString& path)
{
    return api::TokenFile(path.isEmpty() ? api::TokenFile::defaultPath() : path);
}

} // namespace

terminal::ApiServing apiServing(Clock& clock)
{
    return {
        .serve = [&clock](desk::Desk& desk,
                     const terminal::ApiRequest& request) -> Result<std::unique_ptr<terminal::ServedApi>> {
            const auto place = placeOf(request.listen);
            if (!place)
                return place.error();
            auto secret = webhookSecretOf(request.webhookSecretFile);
            if (!secret)
                return secret.error();
            auto api = api::Api::start(desk, clock,
                {.address = place->address,
                    .port = place->port,
                    .tokenFile = request.tokenFile,
                    .hosts = request.hosts,
                    .allowRemote = request.allowRemote,
                    .webhookSecret = std::move(*secret)});
            if (!api)
                return api.error();
            return std::unique_ptr<terminal::ServedApi>(std::make_unique<RealApi>(std::move(*api)));
        },
        .relay = [&clock](desk::Desk& desk, const terminal::RelayRequest& request,
                     const std::function<void(const Error&)>& say) -> Result<std::unique_ptr<terminal::RunningRelay>> {
            const auto secret = webhookSecretOf(request.webhookSecretFile);
            if (!secret)
                return secret.error();
            if (!request.url.isValid() || request.url.host().isEmpty())
                return usage(u"That is no address of a relay."_s, u"Give one such as https://smee.io/CHANNEL."_s);
            const auto network = networkOf(request.global);
            if (!network)
                return network.error();
            auto relay = std::make_unique<Relay>(desk, clock, request.url, *secret, *network);
            QObject::connect(relay.get(), &Relay::refused, relay.get(), say);
            // Once for each time that it is away, however often it is tried.
            auto away = std::make_shared<bool>(false);
            QObject::connect(relay.get(), &Relay::opened, relay.get(), [away] { *away = false; });
            QObject::connect(relay.get(), &Relay::interrupted, relay.get(),
                [say, away](const Error& error, std::chrono::milliseconds) {
                    if (!std::exchange(*away, true))
                        say(error);
                });
            QObject::connect(
                relay.get(), &Relay::unprovenCame, relay.get(), [say] { say({.code = errc::apiSignature}); });
            relay->start();
            return std::unique_ptr<terminal::RunningRelay>(std::make_unique<RealRelay>(std::move(relay)));
        },
        .addToken = [&clock](const QString& file, const QString& name, const QString& role) -> Result<Secret> {
            const auto known = api::roleFromText(role);
            if (!known)
                return usage(u"There is no role “%1”."_s.arg(role), u"Give viewer or operator."_s);
            return fileOf(file).add(name, *known, clock.now());
        },
        .listTokens = [](const QString& file) -> Result<QList<terminal::ApiToken>> {
            const auto tokens = fileOf(file).read();
            if (!tokens)
                return tokens.error();
            QList<terminal::ApiToken> list;
            for (const auto& token : *tokens)
                list.append({token.name, api::toText(token.role), token.createdAt});
            return list;
        },
        .removeToken = [](const QString& file, const QString& name) { return fileOf(file).remove(name); },
    };
}

} // namespace slipway::app
