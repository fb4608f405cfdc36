// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/git_repository.h"
#include "sandbox/world/model.h"

#include <functional>
#include <vector>

namespace slipway::sandbox {

//! Files shaped like the platform's real ones: six environments, some three hundred tenants, two-space indentation,
//! entries with zone, mongo and redis, some with queues, topics, ecr, s3 and members that no program knows.
class SeedContent {
public:
    SeedContent(std::function<quint64()> random, QString organisation);

    QList<FileChange> infrastructure() const; //!< tf-svc-infra
    QList<FileChange> services() const; //!< tf-svc
    QList<FileChange> config() const; //!< cdp-app-config
    QList<FileChange> upstreams() const; //!< cdp-nginx-upstreams
    QList<FileChange> serviceTemplate(const QString& type) const;

private:
    struct Tenant {
        QString name;
        QString zone;
        QString version;
        Json entry;
        int environments = 6; //!< it is in the first so many
    };

    QString m_organisation;
    std::vector<Tenant> m_tenants;
};

QByteArray workflowFile(const Workflow& workflow);

} // namespace slipway::sandbox
