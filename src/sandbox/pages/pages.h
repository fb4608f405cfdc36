// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"
#include "sandbox/world/world.h"

namespace slipway::sandbox {

//! Plain HTML pages behind the html_urls, for people who open a link in a browser. Reading needs no token; the forms
//! carry a key that only these pages know, so that no other site can press the buttons.
class Pages {
public:
    explicit Pages(World& world);

    HttpAnswer handle(const HttpRequest& request, const QStringList& segments);

private:
    HttpAnswer overview() const;
    HttpAnswer repositoryPage(const Repository& repository) const;
    HttpAnswer pullPage(const PullRequest& pull, const QString& note) const;
    HttpAnswer runPage(const WorkflowRun& run, const QString& note) const;
    HttpAnswer filePage(const Repository& repository, const QString& revisionAndPath) const;
    HttpAnswer press(const HttpRequest& request, const QStringList& segments);
    QString button(const QString& action, const QString& label, bool isEnabled, const QString& style = {}) const;

    World& m_world;
    QByteArray m_formKey;
};

} // namespace slipway::sandbox
