// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"github.appRefused", QT_TRANSLATE_NOOP("errors", "GitHub App not usable"),
        QT_TRANSLATE_NOOP("errors", "Slipway cannot act as the GitHub App[ {app}]."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|GitHub does not accept what its key signed.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "Compare the App's id, its private key and its installation with its page on GitHub, then connect again.")},
    ErrorEntry{"github.signIn", QT_TRANSLATE_NOOP("errors", "not signed in"),
        QT_TRANSLATE_NOOP("errors", "Signing in[ to {host}] did not come about."),
        QT_TRANSLATE_NOOP("errors", "[GitHub said: “{text}”.|GitHub gave no reason that Slipway knows.]"),
        QT_TRANSLATE_NOOP("errors", "Sign in again, or use a token instead.")},
    ErrorEntry{"github.signInEnded", QT_TRANSLATE_NOOP("errors", "sign-in has ended"),
        QT_TRANSLATE_NOOP("errors", "You are signed in[ to {host}] no longer."),
        QT_TRANSLATE_NOOP("errors",
            "GitHub did not renew the token: it lasts for months only while it is used.[ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors", "Connect to GitHub and sign in again. Runs go on by themselves after that.")},
    ErrorEntry{"github.import", QT_TRANSLATE_NOOP("errors", "no token from gh"),
        QT_TRANSLATE_NOOP("errors", "The program gh gave no token[ for {host}]."),
        QT_TRANSLATE_NOOP("errors", "[It said: “{text}”.|It gave no reason.]"),
        QT_TRANSLATE_NOOP("errors", "Run “gh auth login”, then try again, or connect in another way.")},
    ErrorEntry{"keychain.unavailable", QT_TRANSLATE_NOOP("errors", "no keychain"),
        QT_TRANSLATE_NOOP("errors", "This computer has no keychain that Slipway can use."),
        QT_TRANSLATE_NOOP("errors", "[It said: “{text}”.|No Secret Service answers on the session bus.]"),
        QT_TRANSLATE_NOOP("errors",
            "Install GNOME Keyring or KWallet, or let Slipway keep the token in a file that only you can read.")},
    ErrorEntry{"keychain.silent", QT_TRANSLATE_NOOP("errors", "keychain does not answer"),
        QT_TRANSLATE_NOOP("errors", "The keychain of this desktop has not answered[ for {seconds} seconds]."),
        QT_TRANSLATE_NOOP("errors", "It may be waiting for somebody to unlock it, in a window of its own."),
        QT_TRANSLATE_NOOP("errors",
            "Look for that window and unlock the keychain[; the step goes on when “{secret}” comes. If it does not "
            "within "
            "two minutes, press Retry, or give the secret again|, then press Retry: the request to {origin} waits for "
            "it|, "
            "then try again. Runs go on by themselves].")},
    ErrorEntry{"keychain.locked", QT_TRANSLATE_NOOP("errors", "keychain locked"),
        QT_TRANSLATE_NOOP("errors", "The keychain of this desktop is locked."),
        QT_TRANSLATE_NOOP("errors", "What it keeps[ for {credential}] can be neither read nor changed."),
        QT_TRANSLATE_NOOP("errors", "Unlock it, for example by signing in to the desktop again, then try again.")},
    ErrorEntry{"connection.unknown", QT_TRANSLATE_NOOP("errors", "unknown connection"),
        QT_TRANSLATE_NOOP("errors", "There is no connection[ named {name}]."),
        QT_TRANSLATE_NOOP("errors", "[Those that exist: {known}.|None has been made yet.]"),
        QT_TRANSLATE_NOOP("errors", "“slipwayctl connection list” shows them, “slipwayctl connection add” makes one.")},
    ErrorEntry{"connection.noSandbox", QT_TRANSLATE_NOOP("errors", "sandbox not open"),
        QT_TRANSLATE_NOOP("errors", "The window's sandbox is not open."),
        QT_TRANSLATE_NOOP("errors", "Its simulated services run in a window, and end with it."),
        QT_TRANSLATE_NOOP(
            "errors", "Open it: “slipway --try-sandbox”. What it has made can be read meanwhile: list, show, events.")},
};

constexpr std::array causes{
    CauseEntry{"credential.missing", "unusable",
        QT_TRANSLATE_NOOP("errors", "What is stored cannot be sent in a header: it is empty, or holds a line end."),
        QT_TRANSLATE_NOOP("errors",
            "Press “Set the credential…”, or store it again with “slipwayctl credential set”. Then press Retry.")},
    CauseEntry{"network.tls", "expired", QT_TRANSLATE_NOOP("errors", "Its certificate has expired. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors",
            "Check this computer's date. If that is right, whoever runs the service must renew the certificate.")},
    CauseEntry{"network.tls", "notYetValid",
        QT_TRANSLATE_NOOP("errors", "Its certificate is not valid yet. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Check this computer's date and time zone.")},
    CauseEntry{"network.tls", "hostName",
        QT_TRANSLATE_NOOP("errors", "Its certificate was issued for another name. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors",
            "Check the address for a mistake. If it is right, someone may stand in between, or the service must be "
            "given a certificate for this name.")},
    CauseEntry{"network.tls", "authority",
        QT_TRANSLATE_NOOP("errors",
            "Its certificate was issued by an authority that this computer does not trust. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors",
            "If your company issues its own certificates, name the file with its CA certificate in the connection. "
            "Otherwise someone may stand in between: do not go on.")},
    CauseEntry{"network.tls", "revoked", QT_TRANSLATE_NOOP("errors", "Its certificate was revoked. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Do not go on. Tell whoever runs the service.")},
    CauseEntry{"network.tls", "protocol",
        QT_TRANSLATE_NOOP("errors",
            "It offers only encryption that is no longer safe: Slipway wants TLS 1.2 or later. Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Whoever runs the service, or the proxy before it, must turn on TLS 1.2 or 1.3.")},
    CauseEntry{"network.proxy", "credentials",
        QT_TRANSLATE_NOOP("errors", "The proxy wants a user and a password, or does not accept those it was given."),
        QT_TRANSLATE_NOOP("errors",
            "Give both with “slipwayctl connection add … --proxy-user NAME --proxy-password-file FILE”. Tokens are not "
            "given to the proxy.")},
    CauseEntry{"network.proxy", "unreachable", QT_TRANSLATE_NOOP("errors", "The proxy cannot be reached."),
        QT_TRANSLATE_NOOP("errors",
            "Check the network and the proxy's address: the connection's own, or else the system's (desktop settings, "
            "https_proxy).")},
    CauseEntry{"network.proxy", "refused", QT_TRANSLATE_NOOP("errors", "The proxy does not let the request through."),
        QT_TRANSLATE_NOOP("errors", "Ask whoever runs the proxy to allow this address.")},
    CauseEntry{"github.signIn", "denied", QT_TRANSLATE_NOOP("errors", "The request was declined on GitHub's page."),
        QT_TRANSLATE_NOOP("errors", "Sign in again and press Authorize on GitHub's page.")},
    CauseEntry{"github.signIn", "expired",
        QT_TRANSLATE_NOOP("errors", "The code was not entered in time: it is good for a quarter of an hour."),
        QT_TRANSLATE_NOOP("errors", "Sign in again; a new code will be shown.")},
    CauseEntry{"github.signIn", "disabled",
        QT_TRANSLATE_NOOP("errors", "The OAuth app or GitHub App does not allow signing in with a code."),
        QT_TRANSLATE_NOOP(
            "errors", "Its owner must turn on “Enable Device Flow” in its settings on GitHub. Or use a token.")},
    CauseEntry{"github.signIn", "client", QT_TRANSLATE_NOOP("errors", "GitHub does not know the client id."),
        QT_TRANSLATE_NOOP("errors", "Compare it with the App's page on that host: each GitHub host has its own Apps.")},
    CauseEntry{"github.signIn", "address",
        QT_TRANSLATE_NOOP("errors", "GitHub named a page for the code that does not belong to the host."),
        QT_TRANSLATE_NOOP("errors", "Do not enter the code anywhere. Check the host's address.")},
    CauseEntry{"github.import", "missing", QT_TRANSLATE_NOOP("errors", "The program is not installed."),
        QT_TRANSLATE_NOOP("errors", "Install gh and run “gh auth login”, or connect in another way.")},
    CauseEntry{"github.import", "timeout", QT_TRANSLATE_NOOP("errors", "It did not answer in time."),
        QT_TRANSLATE_NOOP("errors", "It may be waiting for its keychain to be unlocked. Try again, or use a token.")},
    CauseEntry{"gate.waiting", "restored",
        QT_TRANSLATE_NOOP("errors",
            "The journal was put back from a copy, which may be older than this request, and the service offers no way "
            "to look it up."),
        QT_TRANSLATE_NOOP("errors", "If it was sent already, advance the step; if it was not, retry it.")},
    CauseEntry{"gate.waiting", "takenOver",
        QT_TRANSLATE_NOOP("errors",
            "The run was taken over from its record, which does not tell whether this request was sent, and the "
            "service "
            "offers no way to look it up."),
        QT_TRANSLATE_NOOP("errors", "If it was sent already, advance the step; if it was not, retry it.")},
    CauseEntry{"gate.waiting", "keyOld",
        QT_TRANSLATE_NOOP("errors",
            "No whole answer came, and the service may have forgotten the request's key by now. Sending it again might "
            "do "
            "it twice."),
        QT_TRANSLATE_NOOP("errors", "If it took place, advance the step; if it did not, retry it.")},
    CauseEntry{"effect.unknown", "keyOld",
        QT_TRANSLATE_NOOP("errors",
            "No whole answer came, and the service may have forgotten the request's key by now. Sending it again might "
            "do "
            "it twice."),
        QT_TRANSLATE_NOOP("errors", "Look at the service. Then say that it happened, or that it did not.")},
    CauseEntry{"gate.waiting", "outputsMissing",
        QT_TRANSLATE_NOOP("errors",
            "The request took place, but nobody has told what the service answered, and later steps need that."),
        QT_TRANSLATE_NOOP("errors", "Advance the step and give the outputs that the answer would have given.")},
    CauseEntry{"gate.waiting", "outputTooLarge",
        QT_TRANSLATE_NOOP("errors",
            "The service answered more for the output[ “{output}”] than the journal holds: 64 KiB and 32 levels."),
        QT_TRANSLATE_NOOP("errors",
            "Advance the step and give the output that is needed, or name a smaller part of the answer in the "
            "workflow.")},
    CauseEntry{"gate.waiting", "outputHidden",
        QT_TRANSLATE_NOOP(
            "errors", "A secret of the run stands in what the service answered for the output[ “{output}”]."),
        QT_TRANSLATE_NOOP(
            "errors", "Advance the step and give the output, or take it as one of the workflow's secretOutputs.")},
    CauseEntry{"gate.waiting", "givenUnknown",
        QT_TRANSLATE_NOOP("errors", "What the service gave is not known, so Slipway cannot take it back."),
        QT_TRANSLATE_NOOP("errors", "Take it back by hand.")},
};

} // namespace

std::span<const ErrorEntry> signInErrors() { return entries; }

const CauseEntry* findCause(const QString& code, const QString& reason)
{
    for (const auto& entry : causes) {
        if (code == QLatin1StringView(entry.code) && reason == QLatin1StringView(entry.reason))
            return &entry;
    }
    return nullptr;
}

} // namespace slipway::desk
