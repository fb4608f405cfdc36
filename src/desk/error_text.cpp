// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_text.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/effect_words.h"
#include "desk/error_catalogue.h"
#include "desk/phrase.h"

#include <QCoreApplication>

namespace slipway::desk {

QString translated(const char* pattern) { return QCoreApplication::translate("errors", pattern); }

const ErrorEntry* findError(const QString& code)
{
    for (const auto entries :
        {dataErrors(), storeErrors(), networkErrors(), githubErrors(), signInErrors(), engineErrors(), apiErrors()}) {
        for (const auto& entry : entries) {
            if (code == QLatin1StringView(entry.code))
                return &entry;
        }
    }
    return nullptr;
}

const RefusalEntry* findRefusal(const QString& because)
{
    for (const auto& entry : refusals()) {
        if (because == QLatin1StringView(entry.because))
            return &entry;
    }
    return nullptr;
}

ErrorText describe(const Error& error)
{
    const auto* entry = findError(error.code);
    if (!entry) {
        // A newer Slipway wrote this journal: its code is evidence all the same.
        const PhraseArguments arguments({{"code", error.code.toStdString()}}, error.details);
        return {.what = phrase(translated(QT_TRANSLATE_NOOP("errors", "An error occurred[: {code}].")), arguments),
            .why = phrase(
                translated(QT_TRANSLATE_NOOP("errors", "[{text}.|This version of Slipway does not know its cause.]")),
                arguments),
            .remedy =
                translated(QT_TRANSLATE_NOOP("errors", "Look at the details, mend the cause, then press Retry."))};
    }
    PhraseArguments arguments(error.args, error.details);
    // "The last request (httpRequest)" would tell nobody more.
    if (const auto effect = textAt(error.args, "effect"); !effect.isEmpty())
        arguments.set("effect", effect == "httpRequest"_L1 ? QString() : effectWords(effect));
    ErrorText text{.what = translated(entry->what), .why = translated(entry->why), .remedy = translated(entry->remedy)};
    if (const auto words = reasonWords(error.code, textAt(error.args, "reason")); !words.isEmpty())
        arguments.set("reasonWords", words);
    if (const auto words = remedyWords(error.code, textAt(error.args, "reason")); !words.isEmpty())
        arguments.set("remedyWords", words);
    const auto* cause = findCause(error.code, textAt(error.args, "reason"));
    if (!cause)
        cause = findCause(error.code, textAt(error.args, "because"));
    if (cause) {
        text.why = translated(cause->why);
        text.remedy = translated(cause->remedy);
    }
    if (error.code == errc::commandRefused) {
        arguments.set("command", commandWord(textAt(error.args, "command")));
        if (const auto* refusal = findRefusal(textAt(error.args, "because"))) {
            text.why = translated(refusal->why);
            text.remedy = translated(refusal->remedy);
        }
    }
    return {phrase(text.what, arguments), phrase(text.why, arguments), phrase(text.remedy, arguments)};
}

QString oneLine(const Error& error)
{
    const auto text = describe(error);
    return text.what + u' ' + text.why + u' ' + text.remedy;
}

} // namespace slipway::desk
