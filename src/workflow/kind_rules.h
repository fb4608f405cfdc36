// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace slipway {

enum class ParameterType {
    Text, //!< a text or a template that gives one
    Repository, //!< "OWNER/NAME" after expansion
    Files, //!< the list of file changes of a pull request
    Step, //!< the literal id of a step that this one needs; its kind is `stepKind`
    Object, //!< any JSON object
    List, //!< any JSON array, or a template that gives one; with a `stepKind`: literal ids of steps of that kind, which
    //!< need not be needed (request.validate names the pull requests that come later)
    Flag,
    Number,
    Duration, //!< "90s", "5m", "2h"
    // Those of http.request and http.wait; http_check.cpp knows their shapes.
    Url, //!< values in it are percent-encoded, all but one that it begins with
    Credential, //!< the name of a stored credential; its placeholder may only be a setting of type text
    Any,
    HttpMethod, //!< POST, PUT, PATCH, DELETE
    Statuses, //!< a list of HTTP statuses of success
    Outputs, //!< name → JSON pointer, or {"at": pointer, "as": "text"}
    EffectClass, //!< "natural key", "native key", "none"
    HttpLookUp, //!< a request that changes nothing, and how its answer tells what is there
    Meanings, //!< status → what it means
    Refusals, //!< status → {"say": TEXT}
    Made, //!< what there is in the world once the step is done
    HttpUndo //!< the request that takes it back
};

struct ParameterRule {
    QString name;
    ParameterType type = ParameterType::Text;
    bool required = true;
    QString stepKind = {}; //!< Step, List: the kind that the named steps must have
};

//! What a step kind takes and gives, as the validator of workflow files needs it. The kinds themselves (src/steps)
//! publish it; this floor knows only the table.
struct KindRule {
    QString kind;
    QList<ParameterRule> parameters;
    QStringList outputs; //!< names that steps.ID.NAME may refer to
    bool anyOutputs = false; //!< http.*: the outputs are those that the step's own `outputs` parameter names
    bool takesSecrets = false; //!< http.*: url, headers, body, lookUp and undo may refer to secrets
};

using KindRules = QHash<QString, KindRule>;

} // namespace slipway
