// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "sandbox/graphql/graphql_error.h"

#include <QHash>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

//! What the executor asks of those who know the data: values of fields.
namespace slipway::sandbox::graphql {

//! An object of the answer: the name of its GraphQL type and whatever its resolvers need to know.
struct Object {
    QString type;
    std::shared_ptr<const void> data;
};

//! Why a field has no value.
struct FieldError {
    QString type; //!< "NOT_FOUND", "UNPROCESSABLE", …
    QString message;
    Json extensions = nullptr;
};

//! null or a leaf (scalar, enum word, list of leaves); an object; a list; or an error, also inside a list.
struct Resolved {
    using List = std::vector<Resolved>;
    std::variant<Json, Object, List, FieldError> value;

    Resolved(Json leaf)
        : value(std::move(leaf))
    { }
    Resolved(std::nullptr_t)
        : value(Json(nullptr))
    { }
    Resolved(const QString& text)
        : value(slipway::toJson(text))
    { }
    Resolved(Object object)
        : value(std::move(object))
    { }
    Resolved(List list)
        : value(std::move(list))
    { }
    Resolved(FieldError error)
        : value(std::move(error))
    { }
};

//! A field that is refused without being run, wherever it stands in the document.
struct RefusedField {
    QString name; //!< the field's, or its alias
    FieldError error;
};

//! What a request brings along for its resolvers: who asks, of which world.
class Context {
public:
    virtual ~Context() = default;

    std::vector<RefusedField> refused; //!< simulated trouble
};

//! One field being resolved.
struct Call {
    const Json& arguments; //!< coerced, defaults included
    Context& context;
    std::vector<FieldError> reported; //!< errors beside a value, at this field's path

    QString text(const char* name) const { return textAt(arguments, name); }
    bool has(const char* name) const { return !memberAt(arguments, name).is_null(); }
};

using Resolver = std::function<Resolved(const Object&, Call&)>;

//! Resolvers by type and field. C++ type and GraphQL type go together: `T::graphqlType` names it.
class Resolvers {
public:
    template <class T>
    using Field = std::pair<const char16_t*, Resolved (*)(const T&, Call&)>;

    template <class T>
    void add(std::initializer_list<Field<T>> fields, const QString& type = QString::fromUtf16(T::graphqlType))
    {
        for (const auto& [name, resolve] : fields) {
            m_byType[type].insert(QString::fromUtf16(name), [resolve = resolve](const Object& object, Call& call) {
                return resolve(*static_cast<const T*>(object.data.get()), call);
            });
        }
    }
    void add(const QString& type, const QString& field, Resolver resolver)
    {
        m_byType[type].insert(field, std::move(resolver));
    }

    //! Null where there is none.
    const Resolver* find(const QString& type, const QString& field) const
    {
        const auto fields = m_byType.constFind(type);
        if (fields == m_byType.constEnd())
            return nullptr;
        const auto found = fields->constFind(field);
        return found == fields->constEnd() ? nullptr : &*found;
    }

private:
    QHash<QString, QHash<QString, Resolver>> m_byType;
};

template <class T>
Object makeObject(T data)
{
    return {QString::fromUtf16(T::graphqlType), std::make_shared<const T>(std::move(data))};
}

} // namespace slipway::sandbox::graphql
