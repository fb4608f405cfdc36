// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/file_path.h"
#include "workflow/member_reader.h"
#include "workflow/template_path.h"
#include "workflow/workflow_checks.h"
#include "workflow/workflow_reader.h"

namespace slipway {

namespace {

constexpr const char* operationNames[] = {
    "insertMember", "appendUnique", "appendUnlessMatch", "removeMember", "removeElement", "removeMatch"};

void checkPointer(MemberReader& reader, const char* operation)
{
    const auto& member = reader.any(operation);
    if (!member.is_string()) {
        reader.problem(operation, u"must be a JSON pointer"_s);
        return;
    }
    const auto pointer = toQString(member.get_ref<const std::string&>());
    if (!pointer.contains("{{"_L1) && !pointerTokens(pointer))
        reader.problem(operation, u"\"%1\" is no JSON pointer: it must be empty or start with \"/\""_s.arg(pointer));
}

void checkEdit(const Json& edit, const QString& pointer, Problems& problems)
{
    QStringList found, known;
    for (const char* operation : operationNames) {
        known.append(QString::fromLatin1(operation));
        if (edit.is_object() && edit.contains(operation))
            found.append(known.last());
    }
    MemberReader reader(edit, pointer, problems, u"an edit"_s);
    if (!reader.isObject())
        return;
    if (found.size() != 1) {
        problems.add(pointer, u"an edit must have exactly one of %1"_s.arg(known.join(u", "_s)));
        return;
    }
    const auto operation = found.first();
    checkPointer(reader, operation.toLatin1().constData());
    reader.flag("only", false);
    if (operation == "insertMember"_L1 || operation == "removeMember"_L1)
        reader.text("name");
    if (operation == "appendUnlessMatch"_L1) {
        const auto member = reader.text("member");
        const auto& value = reader.any("value");
        const bool isTemplate = value.is_string();
        if (!member.isEmpty() && edit.contains("value") && !isTemplate
            && (!value.is_object() || !value.contains(member.toStdString())))
            reader.problem("value", u"must be an object with the member \"%1\""_s.arg(member));
    }
    if (operation == "removeMatch"_L1)
        reader.text("member");
    if (operation.startsWith("remove"_L1))
        reader.flag("ifThere", false);
    if (operation != "removeMember"_L1)
        reader.any("value", Presence::Required);
    reader.refuseUnknown();
}

void checkForEach(MemberReader& reader, const Json& file)
{
    const auto list = reader.text("forEach", Presence::Optional);
    const auto as = reader.text("as", Presence::Optional);
    if (file.contains("forEach")) {
        if (const auto path = parseTemplatePath(list); !path)
            reader.problem(
                "forEach", u"no path such as \"settings.environments\": %1"_s.arg(textAt(path.error().args, "reason")));
        if (as.isEmpty())
            reader.missing("as");
    } else if (file.contains("as")) {
        reader.problem("as", u"\"as\" without \"forEach\""_s);
    }
    if (!as.isEmpty() && !isPlainName(as))
        reader.problem("as", u"a name must be a letter followed by letters and digits"_s);
}

void checkFile(const Json& file, const QString& pointer, Problems& problems)
{
    MemberReader reader(file, pointer, problems, u"a file"_s);
    if (!reader.isObject())
        return;
    const auto path = reader.text("path");
    if (!path.isEmpty() && !path.contains("{{"_L1)) {
        if (const auto reason = whyUnsafePath(path); !reason.isEmpty())
            reader.problem("path", reason);
    }
    checkForEach(reader, file);
    const int kinds = int(file.contains("content")) + int(file.contains("edit")) + int(file.contains("remove"));
    if (kinds != 1)
        problems.add(pointer, u"a file must have exactly one of content, edit, remove"_s);
    reader.text("content", Presence::Optional);
    const auto& edits = reader.list("edit");
    if (file.contains("edit") && file.at("edit").is_array() && edits.empty())
        reader.problem("edit", u"\"edit\" must not be empty"_s);
    for (size_t i = 0; i < edits.size(); ++i)
        checkEdit(edits[i], pointerTo(reader.pointer("edit"), qsizetype(i)), problems);
    if (!reader.flag("remove", true))
        reader.problem("remove", u"\"remove\" must be true"_s);
    reader.refuseUnknown();
}

} // namespace

void checkFiles(const Json& files, const QString& pointer, Problems& problems)
{
    if (!files.is_array() || files.empty()) {
        problems.add(pointer, u"must be a list of at least one file"_s);
        return;
    }
    for (size_t i = 0; i < files.size(); ++i)
        checkFile(files[i], pointerTo(pointer, qsizetype(i)), problems);
}

} // namespace slipway
