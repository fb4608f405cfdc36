// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/json_scan.h"

#include <optional>
#include <string>

namespace slipway {

//! How a JSON text is written: its line ends, indentation, and the spaces beside commas and colons, so that what is
//! inserted looks as if its author had written it. Values are written after the example of the sibling they stand beside.
class JsonStyle {
public:
    JsonStyle(const QByteArray& text, const JsonPlaces& places);

    //! Where something new goes at the end of a container, and the bytes to put there.
    struct Insertion {
        qsizetype at = 0;
        QByteArray bytes;
    };
    using Name = std::optional<std::string>; //!< of a member; none for an element
    Insertion append(int container, const Name& name, const Json& value) const;

private:
    struct Layout {
        QByteArray newline;
        QByteArray indentation; //!< of the line on which the value begins
        bool multiLine = false; //!< a container goes over several lines
    };

    QByteArrayView between(qsizetype begin, qsizetype end) const;
    QByteArray indentationAt(qsizetype at) const;
    QByteArrayView lead(const JsonNode& container) const;
    bool isMultiLine(const JsonNode& container) const;
    bool expandsWhenFilled(int container) const;
    void learn(const JsonNode& container);
    std::optional<QByteArray> unitOf(const JsonNode& container) const;
    QByteArray colonOf(const JsonNode& object) const;

    int exampleFor(const Json& value, const JsonNode& container, const std::string& name) const;
    QByteArray write(const Json& value, int example, const Layout& layout) const;
    QByteArray writeItem(const Name& name, const Json& value, const JsonNode& container, const Layout& layout) const;
    Insertion appendToEmpty(int container, const Name& name, const Json& value) const;

    const QByteArray& m_text;
    const JsonPlaces& m_places;
    QByteArray m_newline = "\n";
    std::optional<QByteArray> m_unit; //!< of one level
    std::optional<QByteArray> m_colon; //!< between a name and its value
    std::optional<QByteArray> m_inlineComma; //!< between two values on one line
    QByteArray m_arrayPad, m_objectPad; //!< inside the brackets of a container on one line
    bool m_arrayPadKnown = false, m_objectPadKnown = false;
    bool m_oneLine = false; //!< the whole text is written on one line
};

} // namespace slipway
