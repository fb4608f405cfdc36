// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/signin/jwt.h"

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace slipway::sandbox {

namespace {

QByteArray decoded(const QByteArray& part) { return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding); }

bool isSigned(const QByteArray& text, const QByteArray& signature, const QByteArray& pem)
{
    const auto read = [&pem](auto reader) {
        BIO* source = BIO_new_mem_buf(pem.constData(), int(pem.size()));
        EVP_PKEY* key = reader(source, nullptr, nullptr, nullptr);
        BIO_free_all(source);
        return key;
    };
    EVP_PKEY* found = read(PEM_read_bio_PrivateKey);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key(found ? found : read(PEM_read_bio_PUBKEY), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto bytes = [](const QByteArray& from) { return reinterpret_cast<const unsigned char*>(from.constData()); };
    return key && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(text), size_t(text.size()))
        == 1;
}

} // namespace

QString jwtProblem(const QByteArray& token, const QByteArray& key, const QString& issuer, Timestamp now)
{
    const auto parts = token.split('.');
    if (parts.size() != 3)
        return u"A JSON web token could not be decoded"_s;
    const auto header = parseJson(decoded(parts[0])), claims = parseJson(decoded(parts[1]));
    if (!header || !claims || textAt(*header, "alg") != u"RS256"
        || !isSigned(parts[0] + '.' + parts[1], decoded(parts[2]), key))
        return u"A JSON web token could not be decoded"_s;
    const qint64 seconds = now.ms / 1000, issued = integerAt(*claims, "iat"), ends = integerAt(*claims, "exp");
    if (textAt(*claims, "iss") != issuer)
        return u"Integration not found"_s;
    if (issued > seconds)
        return u"'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"_s;
    if (ends <= seconds)
        return u"'Expiration time' claim ('exp') must be a numeric value representing the future time at which the "
               u"assertion "
               "expires"_s;
    if (ends > seconds + 600)
        return u"'Expiration time' claim ('exp') is too far in the future"_s;
    return {};
}

} // namespace slipway::sandbox
