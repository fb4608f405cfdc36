// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server/git_http.h"

#include "base/text.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <memory>
#include <utility>

namespace slipway::sandbox {

namespace {

HttpAnswer fromCgi(const QByteArray& output)
{
    qsizetype blank = output.indexOf("\r\n\r\n");
    qsizetype skip = 4;
    if (blank < 0) {
        blank = output.indexOf("\n\n");
        skip = 2;
    }
    if (blank < 0)
        return HttpAnswer::text(500, "git http-backend gave no answer\n");
    HttpAnswer answer;
    for (const QByteArray& line : output.left(blank).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray name = line.left(colon).trimmed();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.compare("Status", Qt::CaseInsensitive) == 0)
            answer.status = value.left(3).toInt();
        else
            answer.headers.append({name, value});
    }
    answer.body = output.mid(blank + skip);
    return answer;
}

} // namespace

GitHttp::GitHttp(QString gitRoot, QObject* parent)
    : QObject(parent)
    , m_gitRoot(std::move(gitRoot))
{ }

GitHttp::~GitHttp()
{
    for (QProcess* process : findChildren<QProcess*>()) {
        process->disconnect();
        process->kill();
        process->waitForFinished(1000);
    }
}

bool GitHttp::isGitPath(const QStringList& segments)
{
    if (segments.size() < 3 || !segments[1].endsWith(u".git"_s) || segments.contains(u".."_s))
        return false;
    const QString what = segments.mid(2).join(u'/');
    return what == u"info/refs" || what == u"HEAD" || what == u"git-upload-pack" || what == u"git-receive-pack"
        || what.startsWith(u"objects/"_s);
}

void GitHttp::serve(const HttpRequest& request, std::function<void(HttpAnswer)> answer)
{
    auto* process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_PROJECT_ROOT"_s, m_gitRoot);
    environment.insert(u"GIT_HTTP_EXPORT_ALL"_s, u"1"_s);
    environment.insert(u"PATH_INFO"_s, QString::fromUtf8(QByteArray::fromPercentEncoding(request.rawPath)));
    environment.insert(u"QUERY_STRING"_s, QString::fromLatin1(request.rawQuery));
    environment.insert(u"REQUEST_METHOD"_s, QString::fromLatin1(request.method));
    environment.insert(u"CONTENT_TYPE"_s, QString::fromLatin1(request.header("Content-Type")));
    environment.insert(u"CONTENT_LENGTH"_s, QString::number(request.body.size()));
    environment.insert(u"HTTP_CONTENT_ENCODING"_s, QString::fromLatin1(request.header("Content-Encoding")));
    environment.insert(u"GIT_PROTOCOL"_s, QString::fromLatin1(request.header("Git-Protocol")));
    // The repositories are ours whoever runs this; a person's own git settings have no say here.
    environment.insert(u"GIT_CONFIG_COUNT"_s, u"1"_s);
    environment.insert(u"GIT_CONFIG_KEY_0"_s, u"safe.directory"_s);
    environment.insert(u"GIT_CONFIG_VALUE_0"_s, u"*"_s);
    process->setProcessEnvironment(environment);
    const auto once = std::make_shared<std::function<void(HttpAnswer)>>(std::move(answer));
    const auto finish = [process, once](const HttpAnswer& result) {
        if (!*once)
            return;
        const auto call = std::exchange(*once, nullptr);
        process->deleteLater();
        call(result);
    };
    connect(
        process, &QProcess::finished, this, [process, finish] { finish(fromCgi(process->readAllStandardOutput())); });
    connect(process, &QProcess::errorOccurred, this, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(HttpAnswer::text(501, "git is not installed\n"));
    });
    process->start(u"git"_s, {u"http-backend"_s});
    process->write(request.body);
    process->closeWriteChannel();
}

} // namespace slipway::sandbox
