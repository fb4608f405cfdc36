// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/problems.h"

#include <optional>

namespace slipway {

enum class Presence { Required, Optional };

//! Takes the members out of one object of a workflow file. A member of another type, a missing one and those that
//! nobody asked for become problems.
class MemberReader {
public:
    //! `name`: what the object is, for the problem when it is none.
    MemberReader(const Json& object, QString pointer, Problems& problems, const QString& name);

    bool isObject() const { return m_isObject; }
    const QString& pointer() const { return m_pointer; }
    QString pointer(const char* name) const { return pointerTo(m_pointer, QString::fromLatin1(name)); }
    void problem(const char* name, const QString& reason) { m_problems.add(pointer(name), reason); }

    void missing(const char* name)
    {
        m_problems.add(m_pointer, QStringLiteral("\"%1\" is missing").arg(QLatin1StringView(name)));
    }

    //! Null where it is missing or no text; a required text is never empty.
    QString text(const char* name, Presence presence = Presence::Required);
    bool flag(const char* name, bool fallback);
    //! At least `least`.
    std::optional<int> integer(const char* name, int least, Presence presence = Presence::Optional);
    std::optional<double> number(const char* name);
    //! The member whatever its type; a null value where it is missing.
    const Json& any(const char* name, Presence presence = Presence::Optional);
    //! An empty container where it is missing or something else.
    const Json& object(const char* name, Presence presence = Presence::Optional);
    const Json& list(const char* name, Presence presence = Presence::Optional);

    //! To be called last: every member that was not asked for is a problem.
    void refuseUnknown();

private:
    const Json* find(const char* name, Presence presence);

    const Json& m_object;
    QString m_pointer;
    Problems& m_problems;
    bool m_isObject;
    QStringList m_known;
};

} // namespace slipway
