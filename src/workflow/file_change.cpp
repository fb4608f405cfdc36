// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/file_change.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/file_path.h"
#include "workflow/json_edit.h"
#include "workflow/template.h"

#include <QSet>

namespace slipway {

namespace {

Error refused(const QString& text, const QString& reason)
{
    return Error{.code = errc::templateInvalid, .args = {{"text", toJson(text)}, {"reason", toJson(reason)}}};
}

//! The scopes in which one element of `files` is expanded: one for each value of its forEach, else the given one.
Result<QList<Json>> scopesOf(const Json& file, const Json& scope)
{
    const auto list = textAt(file, "forEach");
    if (list.isEmpty())
        return QList<Json>{scope};
    const auto values = lookUp(list, scope);
    if (!values)
        return values.error();
    if (!values->is_array())
        return refused(list, u"forEach needs a list"_s);
    QList<Json> scopes;
    const auto as = textAt(file, "as").toStdString();
    for (const auto& value : *values) {
        Json inner = scope;
        inner[as] = value;
        scopes.append(std::move(inner));
    }
    return scopes;
}

Result<FileChange> expandFile(const Json& file, const Json& scope)
{
    FileChange change;
    const auto path = expandText(textAt(file, "path"), scope);
    if (!path)
        return path.error();
    change.path = *path;
    if (const auto reason = whyUnsafePath(change.path); !reason.isEmpty())
        return refused(change.path, reason);
    if (file.contains("content")) {
        const auto content = expandText(textAt(file, "content"), scope);
        if (!content)
            return content.error();
        change.content = content->toUtf8();
    } else if (file.contains("edit")) {
        auto edits = expand(memberAt(file, "edit"), scope);
        if (!edits)
            return edits.error();
        change.edits = std::move(*edits);
    } else {
        change.remove = flagAt(file, "remove");
    }
    return change;
}

Error withPath(Error error, const QString& path)
{
    error.args["path"] = toJson(path);
    return error;
}

} // namespace

QString whyUnsafePath(const QString& path)
{
    if (path.isEmpty())
        return u"the path is empty"_s;
    if (path.contains(u'\\'))
        return u"the path holds a backslash"_s;
    if (std::any_of(path.cbegin(), path.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; }))
        return u"the path holds a control character"_s;
    const auto parts = path.split(u'/');
    if (parts.contains(QString()))
        return u"the path begins or ends with a slash or holds two in a row"_s;
    if (parts.contains(u"."_s) || parts.contains(u".."_s))
        return u"the path holds \".\" or \"..\""_s;
    if (parts.first().compare(u".git"_s, Qt::CaseInsensitive) == 0)
        return u"the path leads into .git"_s;
    return {};
}

Result<QList<FileChange>> expandFiles(const Json& files, const Json& scope)
{
    if (!files.is_array())
        return refused(u"files"_s, u"files must be a list"_s);
    QList<FileChange> changes;
    QSet<QString> paths;
    for (const auto& file : files) {
        const auto scopes = scopesOf(file, scope);
        if (!scopes)
            return scopes.error();
        for (const auto& inner : *scopes) {
            auto change = expandFile(file, inner);
            if (!change)
                return change.error();
            if (paths.contains(change->path))
                return refused(change->path, u"the path stands twice among the files"_s);
            paths.insert(change->path);
            changes.append(std::move(*change));
        }
    }
    return changes;
}

Result<PlannedFile> planFile(const FileChange& change, const std::optional<QByteArray>& before)
{
    PlannedFile planned{.path = change.path, .before = before};
    if (change.content) {
        if (before && *before != *change.content)
            return withPath(Error{.code = errc::fileExists}, change.path);
        planned.after = change.content;
        return planned;
    }
    if (change.remove)
        return planned;
    if (!before)
        return withPath(Error{.code = errc::fileMissing}, change.path);
    QByteArray text = *before;
    for (const auto& edit : change.edits) {
        auto edited = applyEdit(text, edit);
        if (!edited)
            return withPath(edited.error(), change.path);
        text = std::move(*edited);
    }
    planned.after = text;
    return planned;
}

} // namespace slipway
