// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"api.malformed", QT_TRANSLATE_NOOP("errors", "request not understood"),
        QT_TRANSLATE_NOOP("errors", "The request[ {what}] cannot be understood."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|It does not follow the description of this API.]"),
        QT_TRANSLATE_NOOP("errors", "Compare it with /openapi.json, then send it again.")},
    ErrorEntry{"api.noToken", QT_TRANSLATE_NOOP("errors", "no token"),
        QT_TRANSLATE_NOOP("errors", "The request brought no token."),
        QT_TRANSLATE_NOOP("errors", "This API answers nobody it does not know."),
        QT_TRANSLATE_NOOP("errors",
            "Send the header “Authorization: Bearer …” with a token that “slipwayctl api-token add” printed.")},
    ErrorEntry{"api.badToken", QT_TRANSLATE_NOOP("errors", "token not known"),
        QT_TRANSLATE_NOOP("errors", "The token of the request is not known here."),
        QT_TRANSLATE_NOOP("errors", "It may have been removed, or be one of another Slipway."),
        QT_TRANSLATE_NOOP("errors", "Make a new one with “slipwayctl api-token add”.")},
    ErrorEntry{"api.role", QT_TRANSLATE_NOOP("errors", "not allowed"),
        QT_TRANSLATE_NOOP("errors", "The token[ {who}] may only look."),
        QT_TRANSLATE_NOOP("errors",
            "[{method} {path} changes something, which takes an operator's token.|This changes something, which takes "
            "an operator's token.]"),
        QT_TRANSLATE_NOOP("errors", "Use a token with the role operator.")},
    ErrorEntry{"api.foreignHost", QT_TRANSLATE_NOOP("errors", "foreign host name"),
        QT_TRANSLATE_NOOP("errors", "The request was meant for another host[, {host}]."),
        QT_TRANSLATE_NOOP("errors",
            "A web page can make a browser ask under a name of its own, so only the names of this service are "
            "answered."),
        QT_TRANSLATE_NOOP("errors",
            "Use the address that the agent printed. Add a further name with “--host” when a proxy stands before it.")},
    ErrorEntry{"api.foreignOrigin", QT_TRANSLATE_NOOP("errors", "from a web page"),
        QT_TRANSLATE_NOOP("errors", "The request comes from a web page[ of {origin}]."),
        QT_TRANSLATE_NOOP("errors", "No web page may use this API."),
        QT_TRANSLATE_NOOP("errors", "Call it from a program, without the header Origin.")},
    ErrorEntry{"api.noSuchPath", QT_TRANSLATE_NOOP("errors", "no such path"),
        QT_TRANSLATE_NOOP("errors", "There is nothing at this path[: {path}]."),
        QT_TRANSLATE_NOOP("errors", "The API has only the paths that /openapi.json describes."),
        QT_TRANSLATE_NOOP("errors", "Compare it with /openapi.json.")},
    ErrorEntry{"api.methodNotAllowed", QT_TRANSLATE_NOOP("errors", "method not allowed"),
        QT_TRANSLATE_NOOP("errors", "The method[ {method}] does not apply here[: {path}]."),
        QT_TRANSLATE_NOOP("errors", "[Here one may use {known}.|This path takes other methods.]"),
        QT_TRANSLATE_NOOP("errors", "Compare it with /openapi.json.")},
    ErrorEntry{"api.mediaType", QT_TRANSLATE_NOOP("errors", "wrong content type"),
        QT_TRANSLATE_NOOP("errors", "The body has the wrong type[: {found}]."),
        QT_TRANSLATE_NOOP("errors", "Only application/json is read."),
        QT_TRANSLATE_NOOP("errors", "Send the header “Content-Type: application/json” and a JSON object.")},
    ErrorEntry{"api.tooLarge", QT_TRANSLATE_NOOP("errors", "request too large"),
        QT_TRANSLATE_NOOP("errors", "The request is too large."),
        QT_TRANSLATE_NOOP("errors", "[At most {limit} bytes are read.|It is above the limit.]"),
        QT_TRANSLATE_NOOP("errors", "Send less at once.")},
    ErrorEntry{"api.tooManyRequests", QT_TRANSLATE_NOOP("errors", "too many requests"),
        QT_TRANSLATE_NOOP("errors", "There are too many requests at once."),
        QT_TRANSLATE_NOOP("errors",
            "[The limit is {limit} a second for each token.|The limit is there so that one caller cannot slow down the "
            "others.]"),
        QT_TRANSLATE_NOOP("errors",
            "Wait a second, then try again. To follow a run, read its stream instead of asking again and again.")},
    ErrorEntry{"api.tooManyConnections", QT_TRANSLATE_NOOP("errors", "too many connections"),
        QT_TRANSLATE_NOOP("errors", "There are too many connections or streams."),
        QT_TRANSLATE_NOOP(
            "errors", "[At most {limit} are kept open.|The limit protects the runs from their watchers.]"),
        QT_TRANSLATE_NOOP("errors", "Close some, then try again.")},
    ErrorEntry{"api.idempotencyKeyMissing", QT_TRANSLATE_NOOP("errors", "no idempotency key"),
        QT_TRANSLATE_NOOP("errors", "The start of a run needs the header Idempotency-Key."),
        QT_TRANSLATE_NOOP(
            "errors", "Without it a start whose answer was lost could not be repeated without making a second run."),
        QT_TRANSLATE_NOOP("errors", "Send a new unique value with each start, and the same one when you repeat it.")},
    ErrorEntry{"api.idempotencyKeyReused", QT_TRANSLATE_NOOP("errors", "key used before"),
        QT_TRANSLATE_NOOP("errors", "The Idempotency-Key was used before for something else."),
        QT_TRANSLATE_NOOP("errors", "[It belongs to run {run}.|Each key stands for one act.]"),
        QT_TRANSLATE_NOOP("errors", "Send a new key for a new act.")},
    ErrorEntry{"api.tooSlow", QT_TRANSLATE_NOOP("errors", "request too slow"),
        QT_TRANSLATE_NOOP("errors", "The request did not arrive in time."),
        QT_TRANSLATE_NOOP("errors",
            "[It has to be whole within {seconds} seconds.|A request that never ends would keep others out.]"),
        QT_TRANSLATE_NOOP("errors", "Send it again.")},
    ErrorEntry{"api.badSignature", QT_TRANSLATE_NOOP("errors", "signature does not fit"),
        QT_TRANSLATE_NOOP("errors", "The delivery is not signed with the secret that is known here."),
        QT_TRANSLATE_NOOP("errors", "It may be forged, or the secret of the webhook may have been changed."),
        QT_TRANSLATE_NOOP(
            "errors", "Compare the secret of the webhook on GitHub with the file given with “--webhook-secret-file”.")},
    ErrorEntry{"api.notLoopback", QT_TRANSLATE_NOOP("errors", "not this computer"),
        QT_TRANSLATE_NOOP("errors", "The API would listen on an address that other computers reach[: {host}]."),
        QT_TRANSLATE_NOOP("errors", "Its requests and tokens would go over the network unencrypted."),
        QT_TRANSLATE_NOOP("errors",
            "Use 127.0.0.1, with a proxy that speaks TLS before it. If you know what you do, add “--allow-remote”.")},
    ErrorEntry{"api.tokenExists", QT_TRANSLATE_NOOP("errors", "token name taken"),
        QT_TRANSLATE_NOOP("errors", "There is a token of that name already[: {name}]."),
        QT_TRANSLATE_NOOP("errors", "The history tells by that name who did what, so it is given once."),
        QT_TRANSLATE_NOOP(
            "errors", "Choose another name, or remove the token first with “slipwayctl api-token remove”.")},
    ErrorEntry{"api.tokenUnknown", QT_TRANSLATE_NOOP("errors", "no such token"),
        QT_TRANSLATE_NOOP("errors", "There is no token of that name[: {name}]."),
        QT_TRANSLATE_NOOP("errors", "[Known are {known}.|None was made here yet.]"),
        QT_TRANSLATE_NOOP("errors", "See “slipwayctl api-token list”.")},
};

} // namespace

std::span<const ErrorEntry> apiErrors() { return entries; }

} // namespace slipway::desk
