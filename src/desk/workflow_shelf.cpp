// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/workflow_shelf.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/store_files.h"
#include "workflow/shipped.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace slipway::desk {

namespace {

Error alreadyKnown(const Workflow& workflow)
{
    return {.code = errc::usage,
        .args = {
            {"text",
                u"Version %1 of the workflow “%2” is known already, and says something else."_s.arg(workflow.version)
                    .arg(workflow.id)
                    .toStdString()},
            {"remedy", "Give the file another “version”: runs that were started with the old one keep it."}}};
}

Error tooLarge(const Workflow& workflow)
{
    return {.code = errc::usage,
        .args = {{"text", u"The workflow “%1” is too large."_s.arg(workflow.id).toStdString()},
            {"why", u"A workflow has at most %1 bytes"_s.arg(largestWorkflow).toStdString()},
            {"remedy", "Make it smaller, or several of it."}}};
}

} // namespace

QString WorkflowShelf::folderOf(const QString& store) { return journal::resolvedStorePath(store) + u".workflows"_s; }

WorkflowShelf::WorkflowShelf(const QString& store, const KindRules& kinds)
    : m_folder(folderOf(store))
    , m_kinds(kinds)
{
    for (const auto& id : shippedWorkflows()) {
        const auto text = shippedWorkflow(id);
        auto workflow = text ? parseWorkflow(*text, id + u".json"_s, kinds) : text.error();
        if (workflow)
            m_shipped.append(*workflow);
        else
            qCCritical(logDesk) << "the shipped workflow" << id << "is not valid" << toBytes(workflow.error().args);
    }
    m_all = m_shipped;
}

const WorkflowList& WorkflowShelf::all() const
{
    QStringList found;
    const auto files =
        QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::Readable | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo& file : files)
        found << file.fileName() + u' ' + QString::number(file.lastModified().toMSecsSinceEpoch());
    if (found == m_read)
        return m_all;
    m_read = found;
    m_all = m_shipped;
    for (const QFileInfo& file : files) {
        const auto text = readPrivateFile(file.filePath());
        auto workflow = text ? parseWorkflow(*text, file.fileName(), m_kinds) : text.error();
        if (workflow)
            m_all.append(*workflow);
        else
            qCWarning(logDesk) << "an imported workflow is left out" << file.fileName() << workflow.error().code;
    }
    std::stable_sort(m_all.begin(), m_all.end(),
        [](const auto& a, const auto& b) { return std::pair(a->id, -a->version) < std::pair(b->id, -b->version); });
    return m_all;
}

QString WorkflowShelf::fileOf(const Workflow& workflow) const
{
    return u"%1/%2-%3.json"_s.arg(m_folder, workflow.id).arg(workflow.version);
}

Result<void> WorkflowShelf::add(const Workflow& workflow) const
{
    for (const auto& known : m_shipped)
        if (known->id == workflow.id && known->version == workflow.version)
            return known->source == workflow.source ? Result<void>() : Result<void>(alreadyKnown(workflow));
    const QString file = fileOf(workflow);
    if (QFileInfo::exists(file)) {
        const auto present = readPrivateFile(file);
        const auto json = present ? parseJson(*present) : Result<Json>(present.error());
        return json && *json == workflow.source ? Result<void>() : Result<void>(alreadyKnown(workflow));
    }
    const QByteArray bytes = toBytes(workflow.source) + '\n';
    if (bytes.size() > largestWorkflow)
        return tooLarge(workflow);
    if (auto made = makePrivateDirectory(m_folder); !made)
        return made;
    return writePrivateFile(file, bytes);
}

WorkflowList newestOf(const WorkflowList& all)
{
    WorkflowList newest;
    for (const auto& workflow : all) {
        const auto same =
            std::find_if(newest.begin(), newest.end(), [&](const auto& other) { return other->id == workflow->id; });
        if (same == newest.end())
            newest.append(workflow);
        else if ((*same)->version < workflow->version)
            *same = workflow;
    }
    return newest;
}

} // namespace slipway::desk
