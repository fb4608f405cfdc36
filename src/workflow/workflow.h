// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace slipway {

//! A workflow file as values (format: docs/workflows.md). Made by parseWorkflow() only, so whatever holds a Workflow
//! holds a valid one: ids unique, needs acyclic, references resolvable, parameters as the step kinds want them.

enum class InputType { Text, Choice, Flag, Number, Email, Secret };

//! A regular expression that the whole text must match, and the workflow's own words for a text that does not.
struct InputPattern {
    QString pattern;
    QString message; //!< empty: the reader words the rule
};

struct InputDefinition {
    QString id;
    InputType type = InputType::Text;
    QString title;
    QString help;
    bool required = true;
    Json defaultValue; //!< null: none
    std::optional<int> minLength, maxLength;
    std::optional<double> minimum, maximum;
    QList<InputPattern> patterns; //!< all must match; so that each rule can have a message of its own
    //! Choice: a list of texts, or one of the references "settings.NAME" (its elements, or names of a map) and
    //! "github.teams" (slugs of the organisation's teams).
    Json choices;
    QHash<QString, QString>
        messages; //!< by rule: "required", "minLength", "maxLength", "minimum", "maximum", "choice", "type"
};

enum class SettingType { Text, Url, List, Map, Number, Flag };

struct SettingDefinition {
    QString id;
    SettingType type = SettingType::Text;
    QString title;
    Json defaultValue;
};

struct Lane {
    QString id;
    QString title; //!< template over settings and inputs
};

//! Automatic retries of one step: delays grow from `first` by doubling up to `most`, each drawn at random between
//! zero and that (full jitter).
struct RetryPolicy {
    int attempts = 5; //!< all attempts, the first included
    Millis first{2'000};
    Millis most{300'000};
};

struct StepDefinition {
    StepId id;
    QString lane;
    QString kind;
    QString title;
    QList<StepId> needs;
    Json with = Json::object(); //!< parameters, unexpanded
    std::optional<Json> when; //!< template; the step is skipped if it expands to empty, false or null
    bool optional = false; //!< a person may skip it
    std::optional<Millis> limit; //!< waiting longer makes it stuck
    RetryPolicy retry;
};

struct Workflow {
    QString id;
    int version = 1;
    QString title;
    QString subject; //!< template over inputs
    QList<SettingDefinition> settings;
    QList<InputDefinition> inputs;
    Json lets = Json::object(); //!< name → template over inputs and settings
    QList<Lane> lanes;
    QList<StepDefinition> steps; //!< in the order of the file, which is how they are drawn
    Json source; //!< the file as parsed: what a run keeps

    const StepDefinition* step(const StepId& id) const;
    const InputDefinition* input(const QString& id) const;
    //! The step and all that need it, directly or through others, in the file's order.
    QList<StepId> downstream(const StepId& id) const;
    //! Whether `step` needs `other`, directly or through others.
    bool needs(const StepId& step, const StepId& other) const;
};

} // namespace slipway
