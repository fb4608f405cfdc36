// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/app_jwt.h"

#include "base/error_codes.h"
#include "base/json.h"
#include "base/text.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace slipway::github {

namespace {

template <auto Free>
struct FreeBy {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Bio = std::unique_ptr<BIO, FreeBy<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeBy<EVP_MD_CTX_free>>;

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Error keyTrouble(const QString& issuer, const char* reason)
{
    ERR_clear_error(); // OpenSSL's queue is the thread's; what it holds may quote the key
    return {.code = errc::githubAppRefused, .args = {{"app", issuer.toStdString()}, {"reason", reason}}};
}

//! A password is never asked for: a question on the terminal would stop the program.
int noPassword(char*, int, int, void*) { return 0; }

} // namespace

Result<Secret> signedAppToken(const Secret& key, const QString& issuer, Timestamp now)
{
    const Bio source(BIO_new_mem_buf(key.reveal().constData(), int(key.reveal().size())));
    const Key pem(source ? PEM_read_bio_PrivateKey(source.get(), nullptr, noPassword, nullptr) : nullptr);
    if (!pem)
        return keyTrouble(issuer, "Its key file holds no private key in PEM form, or one with a password");
    if (EVP_PKEY_get_base_id(pem.get()) != EVP_PKEY_RSA)
        return keyTrouble(issuer, "Its key file holds a key that is no RSA key");
    const qint64 issued = now.ms / 1000 - 60;
    const QByteArray text = base64Url(R"({"alg":"RS256","typ":"JWT"})") + '.'
        + base64Url(toBytes(Json{{"iat", issued}, {"exp", issued + 600}, {"iss", issuer.toStdString()}}));

    const Context context(EVP_MD_CTX_new());
    size_t length = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(text.constData());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pem.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, data, size_t(text.size())) != 1)
        return keyTrouble(issuer, "Its key cannot sign");
    QByteArray signature(qsizetype(length), '\0');
    if (EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, data, size_t(text.size()))
        != 1)
        return keyTrouble(issuer, "Its key cannot sign");
    signature.truncate(qsizetype(length));
    return Secret(text + '.' + base64Url(signature));
}

} // namespace slipway::github
