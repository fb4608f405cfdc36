// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/shipped.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QDir>
#include <QFile>

// The resources live in a static library: without this call the linker may leave them out. Outside any namespace, as
// the macro wants it.
static void registerWorkflowResources() { Q_INIT_RESOURCE(workflows); }

namespace slipway {

namespace {

const QString folder = u":/workflows/"_s;
const QString schemaFile = u"slipway-workflow.schema.json"_s;

QByteArray read(const QString& name)
{
    registerWorkflowResources();
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QStringList shippedWorkflows()
{
    registerWorkflowResources();
    QStringList ids;
    for (const auto& name : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (name != schemaFile)
            ids.append(name.chopped(5));
    }
    return ids;
}

Result<QByteArray> shippedWorkflow(const QString& id)
{
    const auto known = shippedWorkflows();
    if (!known.contains(id))
        return Error{.code = errc::workflowUnknown, .args = {{"workflow", toJson(id)}, {"known", toJson(known)}}};
    return read(id + ".json"_L1);
}

QByteArray workflowSchema() { return read(schemaFile); }

} // namespace slipway
