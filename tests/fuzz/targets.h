// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/run.h"

#include <QByteArray>
#include <QCoreApplication>

#include <memory>
#include <optional>

//! What others can send or put before Slipway, one function a file: each takes any bytes and must return. libFuzzer calls
//! them (fuzzer.cpp), and the suite replays the corpora with them (corpus_tests.cpp).
namespace slipway::fuzz {

void workflowFile(const QByteArray& input);
void templates(const QByteArray& input); //!< {"value", "scope", "path"}
void jsonEdit(const QByteArray& input); //!< a line with the edit, then the file
void httpAnswer(const QByteArray& input); //!< a line with the status, lines of headers, an empty line, the body
void graphqlAnswer(const QByteArray& input); //!< the body
void recordImport(const QByteArray& input);
void ownerRequest(const QByteArray& input); //!< what comes over the owner's socket
void apiRequest(const QByteArray& input); //!< what comes over the API's connection
void webhookBody(const QByteArray& input); //!< a line with the event, a line with the signature, then the body
void journalRow(const QByteArray& input); //!< an array of rows of the table "event", each an object by column

//! Made at the first call and kept until the application ends, which sockets and databases must not outlive.
template <class T>
std::unique_ptr<T>& keptToTheEnd()
{
    static std::unique_ptr<T> kept = [] {
        qAddPostRoutine([] { keptToTheEnd<T>().reset(); });
        return std::make_unique<T>();
    }();
    return kept;
}

//! Ends the program where something is not as promised: the fuzzer keeps the input.
void require(bool holds, const char* what);
//! The text up to the first line end, taken out of `rest`.
QByteArray takeLine(QByteArray& rest);
//! A run of the shipped workflow that was just begun.
const Run& begunRun();
Json cdpInputs();
Json settingsOf(const Workflow& workflow);
//! The run after these events; nothing where they do not fit.
std::optional<Run> folded(Run run, const Events& events);

} // namespace slipway::fuzz
