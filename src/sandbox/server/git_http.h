// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"

#include <QObject>

#include <functional>

namespace slipway::sandbox {

//! `git clone {url}/ORG/REPO.git`, by git's own http-backend. Reading only.
class GitHttp : public QObject {
    Q_OBJECT

public:
    explicit GitHttp(QString gitRoot, QObject* parent = nullptr);
    ~GitHttp() override;

    static bool isGitPath(const QStringList& segments);
    //! Answers once, later.
    void serve(const HttpRequest& request, std::function<void(HttpAnswer)> answer);

private:
    QString m_gitRoot;
};

} // namespace slipway::sandbox
