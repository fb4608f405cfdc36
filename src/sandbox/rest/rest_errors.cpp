// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/rest_errors.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <algorithm>

namespace slipway::sandbox {

namespace {

const char* const documentation = "https://docs.github.com/rest";

const char* typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text: return "a string";
    case FieldType::Flag: return "a boolean";
    case FieldType::Number: return "an integer";
    case FieldType::Object: return "an object";
    }
    return "";
}

bool hasType(const Json& value, FieldType type)
{
    switch (type) {
    case FieldType::Text: return value.is_string();
    case FieldType::Flag: return value.is_boolean();
    case FieldType::Number: return value.is_number_integer();
    case FieldType::Object: return value.is_object();
    }
    return false;
}

HttpAnswer validationFailed(Json error)
{
    return HttpAnswer::json(422,
        Json::object({{"message", "Validation Failed"}, {"errors", Json::array({std::move(error)})},
            {"documentation_url", documentation}, {"status", "422"}}));
}

} // namespace

HttpAnswer restError(int status, const QString& message)
{
    return HttpAnswer::json(status,
        Json::object(
            {{"message", toJson(message)}, {"documentation_url", documentation}, {"status", std::to_string(status)}}));
}

HttpAnswer restNotFound() { return restError(404, u"Not Found"_s); }

HttpAnswer restRefusal(const Error& error, const char* resource)
{
    const QString text = textAt(error.details, "text", error.code);
    if (error.code == errc::githubNotFound)
        return restNotFound();
    if (error.code == errc::githubArchived || error.code == errc::githubForbidden) {
        HttpAnswer answer = restError(403, text);
        if (const QString needed = textAt(error.details, "permissions"); !needed.isEmpty())
            answer.set("X-Accepted-GitHub-Permissions", needed.toLatin1());
        return answer;
    }
    if (error.code == errc::githubNotMergeable || error.code == errc::githubMergeMethod)
        return restError(405, text);
    if (error.code == errc::githubHeadMoved || error.code == errc::githubConflict || error.code == errc::githubStaleData
        || text == u"Git Repository is empty.")
        return restError(409, text);
    if (error.code == errc::internal || error.code == errc::fileUnwritable)
        return restError(500, u"Server Error"_s);
    if (text.contains(u"already exists in the repository"))
        return restError(422, u"Reference already exists"_s);
    if (error.details.contains("field"))
        return validationFailed(Json::object(
            {{"resource", resource}, {"field", error.details["field"]}, {"code", error.details["fieldCode"]}}));
    if (std::string(resource) == "PullRequest")
        return validationFailed(Json::object({{"resource", resource}, {"code", "custom"}, {"message", toJson(text)}}));
    return restError(422, text);
}

std::optional<HttpAnswer> checkFields(const Json& body, std::initializer_list<Field> fields)
{
    const auto invalid = [](const QString& what) { return restError(422, u"Invalid request.\n\n"_s + what); };
    for (const auto& [name, value] : body.items()) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&key = name](const Field& known) { return key == known.name; });
        if (field == fields.end())
            return invalid(u"\"%1\" is not a permitted key."_s.arg(QString::fromStdString(name)));
        if (!hasType(value, field->type) && (field->isRequired || !value.is_null()))
            return invalid(u"For 'properties/%1', %2 is not %3."_s.arg(QString::fromStdString(name),
                value.is_null() ? u"nil"_s : toQString(value.dump()), QString::fromLatin1(typeName(field->type))));
    }
    for (const Field& field : fields) {
        if (field.isRequired && !body.contains(field.name))
            return invalid(u"\"%1\" wasn't supplied."_s.arg(QString::fromLatin1(field.name)));
    }
    return std::nullopt;
}

} // namespace slipway::sandbox
