// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace slipway::desk {

//! What a phrase's placeholders stand for: args first, then details, then names that mean the same (file and path).
//! Values are plain text of one line; moments (ms or ISO) become local times.
class PhraseArguments {
public:
    explicit PhraseArguments(Json args, Json details = Json::object())
        : m_args(std::move(args))
        , m_details(std::move(details))
    { }
    //! Empty: not there.
    QString text(const QString& name) const;
    void set(const char* name, const QString& value) { m_args[name] = value.toStdString(); }

private:
    Json m_args, m_details;
};

//! Fills in a pattern: `{name}` is a value; `[… {name} …]` is left out when a value in it is missing, and
//! `[… {name} …|other words]` says the first of the other
//! words that can be filled in. So a missing argument never leaves a hole in a sentence.
QString phrase(const QString& pattern, const PhraseArguments& arguments);

//! What is wrong with an input, by its rule (workflow/inputs.h), for workflows without words of their own.
QString inputRuleText(const QString& rule);

//! "38 s", "4 min 10 s", "2 h 5 min", "3 d 4 h": two units at most, without seconds from ten minutes on.
QString durationText(qint64 ms);

} // namespace slipway::desk
