// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_secrets.h"

#include "app/hidden_prompt.h"
#include "app/keychain.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QFile>

#include <unistd.h>

namespace slipway::app {

namespace {

constexpr qint64 kMost = 64 * 1024;

Result<QByteArray> bytesOf(const QString& file)
{
    if (file != "-"_L1 && !file.startsWith("/dev/fd/"_L1))
        return readPrivateFile(file);
    QFile input(file);
    const bool opened = file == "-"_L1 ? input.open(stdin, QIODevice::ReadOnly) : input.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{
            .code = errc::fileUnreadable, .args = {{"file", toJson(file)}, {"reason", toJson(input.errorString())}}};
    return input.read(kMost);
}

Result<conductor::GivenSecrets> fromJson(const Json& json)
{
    conductor::GivenSecrets secrets;
    for (const auto& [name, value] : json.items()) {
        if (!value.is_string())
            return Error{.code = errc::usage, .args = {{"text", "A secret must be a text."}}};
        secrets.insert(toQString(name), Secret(QByteArray::fromStdString(value.get_ref<const std::string&>())));
    }
    return secrets;
}

} // namespace

Result<conductor::GivenSecrets> readRunSecrets(const QString& file)
{
    auto bytes = bytesOf(file);
    if (!bytes)
        return bytes.error();
    if (bytes->trimmed().startsWith('{')) {
        const auto json = parseJson(*bytes);
        if (!json)
            return json.error();
        return fromJson(*json);
    }
    conductor::GivenSecrets secrets;
    for (const QByteArray& line : bytes->split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (line.trimmed().isEmpty())
            continue;
        if (equals <= 0) // what is on the line is not told: it may be the secret itself
            return Error{
                .code = errc::usage, .args = {{"text", "A line of the secrets is not of the form NAME=VALUE."}}};
        QByteArray value = line.mid(equals + 1);
        if (value.endsWith('\r'))
            value.chop(1);
        secrets.insert(QString::fromUtf8(line.left(equals).trimmed()), Secret(value));
    }
    return secrets;
}

std::optional<Result<Secret>> askSecret(const QString& prompt)
{
    if (!isatty(STDIN_FILENO))
        return std::nullopt;
    return askHidden(prompt);
}

conductor::SecretKeeper keychainKeeper()
{
    return {.read = readCredential, .write = writeCredential, .remove = deleteCredential};
}

} // namespace slipway::app
