// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

//! The tables behind desk/error_text.h, one file an area. Texts are patterns of desk/phrase.h, marked for translation
//! in the context "errors". Every placeholder stands in brackets, because an old journal may lack any argument.
namespace slipway::desk {

struct ErrorEntry {
    const char* code;
    const char* brief; //!< one to four words behind "Failed:"
    const char *what, *why, *remedy;
};

std::span<const ErrorEntry> dataErrors();
std::span<const ErrorEntry> storeErrors();
std::span<const ErrorEntry> networkErrors();
std::span<const ErrorEntry> githubErrors();
std::span<const ErrorEntry> engineErrors();
std::span<const ErrorEntry> apiErrors();

//! Why a command does not apply: the words of "command.refused" by its argument "because".
std::span<const ErrorEntry> signInErrors();

//! Where an error's "reason" or "because" is one of these words, why and remedy are those of the cause. Patterns, too.
struct CauseEntry {
    const char *code, *reason;
    const char *why, *remedy;
};
//! Null: no such cause.
const CauseEntry* findCause(const QString& code, const QString& reason);

struct RefusalEntry {
    const char* because;
    const char *why, *remedy;
};
std::span<const RefusalEntry> refusals();
//! The word on the button of a command: "RetryStep" → "Retry". Empty: unknown.
QString commandWord(const QString& command);

//! What an error's argument "reason" means where it is a code of src/github and no sentence. Empty: it is none.
QString reasonWords(const QString& code, const QString& reason);
//! What to do about it, where that differs from the remedy of the code.
QString remedyWords(const QString& code, const QString& reason);

//! Nothing: a code this version does not know.
const ErrorEntry* findError(const QString& code);
const RefusalEntry* findRefusal(const QString& because);

//! A pattern in the person's language.
QString translated(const char* pattern);

} // namespace slipway::desk
