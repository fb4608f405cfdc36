// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

#include <variant>
#include <vector>

namespace slipway {

//! A parsed path of a placeholder: "settings.serviceTypes[inputs.serviceType].zone" is the segments settings,
//! serviceTypes, [inputs.serviceType], zone. Private to this floor: the validator looks at the parts, template.cpp
//! walks them.
struct TemplatePath {
    struct Segment {
        QString name; //!< empty: `inner` gives the name
        std::vector<TemplatePath> inner; //!< one path, or none
    };
    QString text; //!< as written, without surrounding spaces
    std::vector<Segment> segments; //!< never empty; the first has a name

    const QString& root() const { return segments.front().name; }
    //! The name at `index`, empty where there is none or it is looked up.
    QString nameAt(size_t index) const { return index < segments.size() ? segments[index].name : QString(); }
};

//! A text cut into what stands as it is and what is looked up.
using TemplatePart = std::variant<QString, TemplatePath>;

//! Errors "template.invalid" with args "text" and "reason".
Result<TemplatePath> parseTemplatePath(const QString& text);
Result<QList<TemplatePart>> parseTemplate(const QString& text);

//! The path, if the text is exactly one placeholder and nothing else.
const TemplatePath* solePath(const QList<TemplatePart>& parts);

//! The path and the inner paths of its look-ups.
QList<TemplatePath> withInnerPaths(const TemplatePath& path);

} // namespace slipway
