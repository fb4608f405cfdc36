// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/command_line.h"

#include "base/text.h"
#include "sandbox/scenario.h"
#include "sandbox/world/usage_error.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace slipway::sandbox {

namespace {

Result<void> readListen(const QString& value, SandboxOptions& options)
{
    const qsizetype colon = value.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = value.mid(colon + 1).toUInt(&isNumber);
    QString address = value.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (address == u"localhost")
        address = u"127.0.0.1"_s;
    if (colon < 0 || !isNumber || port > 65535 || QHostAddress(address).isNull())
        return usageError(u"--listen needs ADDRESS:PORT, for example 127.0.0.1:0"_s);
    if (!QHostAddress(address).isLoopback())
        return usageError(u"the sandbox listens on loopback only"_s);
    options.address = address;
    options.port = quint16(port);
    return {};
}

Result<void> readOption(const QString& name, const QString& value, SandboxOptions& options)
{
    bool isNumber = false;
    if (name == u"listen")
        return readListen(value, options);
    if (name == u"state" || name == u"record" || name == u"app-key") {
        if (value.isEmpty())
            return usageError(u"--%1 needs a path"_s.arg(name));
        (name == u"state"            ? options.stateDirectory
                : name == u"app-key" ? options.appKeyFile
                                     : options.recordFile) = value;
    } else if (name == u"speed") {
        options.speed = value.toDouble(&isNumber);
        if (!isNumber || !(options.speed > 0 && options.speed <= 100'000))
            return usageError(u"--speed needs a number more than 0"_s);
    } else if (name == u"latency") {
        options.latencyMillis = value.toInt(&isNumber);
        if (!isNumber || options.latencyMillis < 0)
            return usageError(u"--latency needs milliseconds"_s);
    } else if (name == u"seed") {
        options.seed = value.toULongLong(&isNumber);
        if (!isNumber)
            return usageError(u"--seed needs a whole number"_s);
    } else if (name == u"scenario") {
        if (const auto scenario = readScenario(value); !scenario)
            return scenario.error();
        options.scenarios.append(value);
    } else if (name == u"server") {
        if (value != u"github.com" && value != u"ghes")
            return usageError(u"--server is github.com or ghes (GitHub Enterprise Server)"_s);
        options.enterpriseServer = value == u"ghes";
    } else if (name == u"org") {
        static const QRegularExpression pattern(u"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?$"_s);
        if (!pattern.match(value).hasMatch())
            return usageError(u"--org needs the name of an organisation"_s);
        options.organisation = value;
    } else {
        return usageError(u"unknown option --%1"_s.arg(name));
    }
    return {};
}

} // namespace

Result<SandboxOptions> parseSandboxArguments(const QStringList& arguments)
{
    SandboxOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (!argument.startsWith(u"--"_s))
            return usageError(u"\"%1\" is not understood"_s.arg(argument));
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument.mid(2) : argument.mid(2, equals - 2);
        if (equals < 0 && ++i >= arguments.size())
            return usageError(u"--%1 needs a value"_s.arg(name));
        const QString value = equals < 0 ? arguments[i] : argument.mid(equals + 1);
        if (const auto read = readOption(name, value, options); !read)
            return read.error();
    }
    return options;
}

} // namespace slipway::sandbox
