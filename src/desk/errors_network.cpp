// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"network.unreachable", QT_TRANSLATE_NOOP("errors", "not reachable"),
        QT_TRANSLATE_NOOP("errors", "[{host}|The service] cannot be reached."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|No connection could be made.] Nothing was sent."),
        QT_TRANSLATE_NOOP(
            "errors", "Check the network and the address. Runs go on by themselves when the connection is back.")},
    ErrorEntry{"network.tls", QT_TRANSLATE_NOOP("errors", "no safe connection"),
        QT_TRANSLATE_NOOP("errors", "No safe connection[ to {host}] could be made."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|The service's certificate was not accepted.] Nothing was sent."),
        QT_TRANSLATE_NOOP("errors",
            "Check the address, this computer's date and its certificates. A company proxy may need its certificate "
            "installed.")},
    ErrorEntry{"network.proxy", QT_TRANSLATE_NOOP("errors", "stopped by the proxy"),
        QT_TRANSLATE_NOOP("errors", "[{host}|The service] cannot be reached through the proxy."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|The proxy refused.] Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Check the proxy's address, user and password.")},
    ErrorEntry{"network.timeout", QT_TRANSLATE_NOOP("errors", "no answer in time"),
        QT_TRANSLATE_NOOP("errors", "[{host}|The service] did not answer[ within {seconds} seconds| in time]."),
        QT_TRANSLATE_NOOP(
            "errors", "The request may have been carried out all the same; Slipway looks it up before it acts again."),
        QT_TRANSLATE_NOOP("errors", "Wait. If it stays, check the network and the service's status page.")},
    ErrorEntry{"network.interrupted", QT_TRANSLATE_NOOP("errors", "connection broke"),
        QT_TRANSLATE_NOOP("errors", "The connection[ to {host}] broke before the answer was complete."),
        QT_TRANSLATE_NOOP("errors",
            "[{reason}.|It was closed on the way.] The request may have been carried out; Slipway looks it up before "
            "it acts again."),
        QT_TRANSLATE_NOOP("errors", "Wait. If it stays, check the network.")},
    ErrorEntry{"network.redirected", QT_TRANSLATE_NOOP("errors", "sent elsewhere"),
        QT_TRANSLATE_NOOP("errors", "[{host}|The service] answered that the request should go elsewhere."),
        QT_TRANSLATE_NOOP("errors",
            "[It named {to}.|It named another address.] Slipway does not follow, because your token would go there "
            "too."),
        QT_TRANSLATE_NOOP("errors",
            "Check the address. If a repository was renamed or moved, correct its name in the settings. Where a step "
            "waits for you because of this, press Retry.")},
    ErrorEntry{"network.tooLarge", QT_TRANSLATE_NOOP("errors", "answer too large"),
        QT_TRANSLATE_NOOP("errors", "The answer[ of {host}] is too large."),
        QT_TRANSLATE_NOOP("errors", "[More than {limit} bytes came.|More came than Slipway takes.]"),
        QT_TRANSLATE_NOOP("errors", "Check that the address is the one of the service.")},
    ErrorEntry{"network.unsafeUrl", QT_TRANSLATE_NOOP("errors", "address not safe"),
        QT_TRANSLATE_NOOP("errors", "The address[ {url}] is not safe to use."),
        QT_TRANSLATE_NOOP("errors",
            "An address must begin with https:// and hold no user name or password. http:// is taken for this computer "
            "only."),
        QT_TRANSLATE_NOOP("errors", "Correct the address and try again.")},
    ErrorEntry{"network.cancelled", QT_TRANSLATE_NOOP("errors", "stopped"),
        QT_TRANSLATE_NOOP("errors", "The request[ to {host}] was stopped before its answer came."),
        QT_TRANSLATE_NOOP("errors", "Slipway was closed, or the connection was changed."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done: it is looked up when Slipway runs again.")},
    ErrorEntry{"answer.unreadable", QT_TRANSLATE_NOOP("errors", "answer unreadable"),
        QT_TRANSLATE_NOOP("errors", "The answer[ of {host}] cannot be read."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|It is cut off, or it is not what the service should send.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Check that no proxy or sign-in page stands in between. Slipway looks again by itself.")},
    ErrorEntry{"server.error", QT_TRANSLATE_NOOP("errors", "service has trouble"),
        QT_TRANSLATE_NOOP("errors", "[{host}|The service] has trouble of its own[ (status {status})]."),
        QT_TRANSLATE_NOOP("errors", "[It said: “{text}”.|It gave no reason.]"),
        QT_TRANSLATE_NOOP("errors", "Wait; Slipway tries again by itself. The service's status page may say more.")},
    ErrorEntry{"http.status", QT_TRANSLATE_NOOP("errors", "refused by the service"),
        QT_TRANSLATE_NOOP(
            "errors", "[{say}|{host} refused the request with status {status}.|The service refused the request.]"),
        QT_TRANSLATE_NOOP("errors", "[It said: “{text}”.|It gave no reason.]"),
        QT_TRANSLATE_NOOP("errors",
            "Check the address and what is sent there in the workflow and settings[, and that the stored credential "
            "“{credential}” is still good], then press Retry.")},
    ErrorEntry{"http.conflict", QT_TRANSLATE_NOOP("errors", "belongs to another"),
        QT_TRANSLATE_NOOP("errors", "What is to be made exists[ at {host}] already, and this run did not make it."),
        QT_TRANSLATE_NOOP("errors", "[The service said: “{text}”.|Looking it up showed other values than this run's.]"),
        QT_TRANSLATE_NOOP("errors",
            "Look at what is there. Start again with other values, or advance the step by hand if it may be used.")},
    ErrorEntry{"http.ambiguous", QT_TRANSLATE_NOOP("errors", "found more than once"),
        QT_TRANSLATE_NOOP("errors", "More than one thing[ at {host}] fits what this step makes."),
        QT_TRANSLATE_NOOP("errors", "Slipway cannot tell which of them is meant, and makes no further one."),
        QT_TRANSLATE_NOOP(
            "errors", "Remove or disable those that are too many, then press Retry; or advance the step by hand.")},
    ErrorEntry{"secret.missing", QT_TRANSLATE_NOOP("errors", "secret missing"),
        QT_TRANSLATE_NOOP("errors", "The secret[ “{secret}”] that the next request needs is not at hand."),
        QT_TRANSLATE_NOOP("errors",
            "Secrets are kept in the keychain only while a run is open, never in the journal, and it is not there (any "
            "more)."),
        QT_TRANSLATE_NOOP(
            "errors", "Give it again: press “Give the secret…”, or use slipwayctl secret RUN, which asks for it.")},
    ErrorEntry{"credential.missing", QT_TRANSLATE_NOOP("errors", "credential missing"),
        QT_TRANSLATE_NOOP("errors", "The credential[ “{credential}”] is not at hand[ in the profile {profile}]."),
        QT_TRANSLATE_NOOP("errors", "[A request to {host} needs it, and was not sent.|Nothing has that name.]"),
        QT_TRANSLATE_NOOP("errors",
            "Press “Set the credential…”, or store it with “slipwayctl [--profile {profile} ]credential set "
            "[{credential}|NAME] --host [{origin}|URL]”. Then press Retry.")},
    ErrorEntry{"credential.otherHost", QT_TRANSLATE_NOOP("errors", "credential for another host"),
        QT_TRANSLATE_NOOP("errors", "A request[ to {origin}] was not sent[, because it needs “{credential}”]."),
        QT_TRANSLATE_NOOP("errors", "[That credential may only go to {hosts}.|That credential may not go there.]"),
        QT_TRANSLATE_NOOP("errors",
            "Check the address in the workflow and settings. If it is right and this host may have the credential, "
            "press “Set the credential…” and name all its hosts, or store it again with “slipwayctl [--profile "
            "{profile} ]credential set” and a --host for each. Then press Retry.")},
};

} // namespace

std::span<const ErrorEntry> networkErrors() { return entries; }

} // namespace slipway::desk
