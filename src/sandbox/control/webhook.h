// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/world.h"

#include <QHash>
#include <QUrl>

namespace slipway::sandbox {

//! The organisation's webhook: tells what happens in the world as GitHub would, signed, each delivery once and without a
//! second try. Events: ping, pull_request, workflow_run, check_suite, push (by a merge), repository.
class Webhook : public QObject {
    Q_OBJECT
public:
    //! The one of this world; it ends with it.
    static Webhook& of(World& world);

    //! From now on deliveries go there; the first is a ping. Error "usage": only http to loopback.
    Result<Json> pointAt(const QString& url, const QByteArray& secret);

private:
    explicit Webhook(World& world);
    void tell(const PullRequest& pull);
    void tell(const WorkflowRun& run);
    void tell(const Repository& repository);
    Json about(const QString& action, const QString& repository) const;
    void deliver(const QByteArray& event, const Json& payload);

    World& m_world;
    QUrl m_url;
    QByteArray m_secret;
    QHash<QString, QString> m_told; //!< what was last told, by what it is about
};

} // namespace slipway::sandbox
