// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace slipway::github {

//! A fixed piece of GraphQL, and those that it uses.
struct Fragment {
    const char* name;
    const char* text; //!< "fragment NAME on TYPE { … }"
    std::vector<const Fragment*> uses;
};

struct Document {
    QString operation; //!< its name: logs, records and faults tell requests apart by it
    QByteArray text;
    Json variables = Json::object();

    //! {"query", "operationName", "variables"}: the request's body.
    QByteArray body() const;
};

//! Puts fixed fragments, generated aliases and variables into one document. No value ever becomes part of the text, so
//! nothing that a person typed can change what a document does.
class DocumentAssembler {
public:
    enum class Kind { Query, Mutation };

    DocumentAssembler(Kind kind, QString operation);

    //! "$v0": a variable of that GraphQL type ("String!"). Equal texts, numbers and flags of a type share one variable; a
    //! mutation's input may be half a megabyte of files, and is the only one of its kind.
    QByteArray value(const QByteArray& type, Json value);
    QByteArray value(const QByteArray& type, const QString& text) { return value(type, toJson(text)); }
    //! "...NAME"; the fragment's text is added once, with those it uses.
    QByteArray spread(const Fragment& fragment);
    //! prefix0, prefix1 …: unique in the document.
    QByteArray alias(const QByteArray& prefix);
    void field(const QByteArray& text) { m_fields.append(text); }

    Document document() const;

private:
    void use(const Fragment& fragment);

    Kind m_kind;
    QString m_operation;
    QList<QByteArray> m_declarations, m_fields, m_fragments;
    QList<const Fragment*> m_used;
    Json m_variables = Json::object();
    QHash<QByteArray, QByteArray> m_known;
    int m_aliases = 0;
};

} // namespace slipway::github
