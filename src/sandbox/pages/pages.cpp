// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/pages.h"

#include "base/text.h"
#include "sandbox/pages/html.h"

#include <QRandomGenerator>

#include <algorithm>

namespace slipway::sandbox {

namespace {

QString row(const QStringList& cells) { return u"<tr><td>"_s + cells.join(u"</td><td>"_s) + u"</td></tr>"_s; }

QString stateOf(const WorkflowRun& run)
{
    return run.isCompleted() ? run.conclusion : QString(run.status).replace(u'_', u' ');
}

QString noteHtml(const QString& note)
{
    return note.isEmpty() ? QString() : u"<p class=\"note\">"_s + escaped(note) + u"</p>"_s;
}

HttpAnswer missing() { return htmlPage(404, u"Not found"_s, u"<p>There is no such page in this sandbox.</p>"_s); }

} // namespace

Pages::Pages(World& world)
    : m_world(world)
{
    // Not from the world's seed: what can be foretold protects nothing.
    QByteArray bytes(24, '\0');
    for (char& byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    m_formKey = bytes.toHex();
}

HttpAnswer Pages::handle(const HttpRequest& request, const QStringList& segments)
{
    if (request.method == "POST")
        return press(request, segments);
    if (request.method != "GET" && request.method != "HEAD")
        return missing();
    if (segments.size() < 2 || segments[1].isEmpty())
        return overview();
    const Repository* repository = m_world.repository(segments[1]);
    if (!repository)
        return missing();
    if (segments.size() == 2)
        return repositoryPage(*repository);
    const QString note = request.queryValue(u"note"_s).value_or(QString()).left(300);
    if (segments[2] == u"pull" && segments.size() >= 4) {
        const PullRequest* pull = m_world.pullRequest(repository->name, segments[3].toLongLong());
        return pull ? pullPage(*pull, note) : missing();
    }
    if (segments[2] == u"actions" && segments.value(3) == u"runs") {
        const WorkflowRun* run = m_world.run(repository->name, segments.value(4).toLongLong());
        return run ? runPage(*run, note) : missing();
    }
    if ((segments[2] == u"blob" || segments[2] == u"tree") && segments.size() >= 4)
        return filePage(*repository, segments.mid(3).join(u'/'));
    return missing();
}

HttpAnswer Pages::overview() const
{
    QString html = u"<table><tr><th>Repository</th><th>Open pull requests</th><th>Runs under way</th></tr>"_s;
    for (const Repository* repository : m_world.repositories()) {
        const auto pulls = m_world.pullRequests(repository->name);
        const auto open = std::count_if(
            pulls.begin(), pulls.end(), [](const PullRequest* pull) { return pull->state == PullState::Open; });
        const auto runs = m_world.runs(repository->name);
        const auto busy =
            std::count_if(runs.begin(), runs.end(), [](const WorkflowRun* run) { return !run->isCompleted(); });
        html += row({link(m_world.url(*repository), repository->name), QString::number(open), QString::number(busy)});
    }
    return htmlPage(200, m_world.organisation(), html + u"</table>"_s);
}

HttpAnswer Pages::repositoryPage(const Repository& repository) const
{
    QString html = u"<p>"_s + escaped(repository.description) + u"</p><p class=\"muted\">git clone "_s
        + escaped(m_world.url(repository) + u".git"_s) + u"</p>"_s;
    if (repository.isArchived)
        html += noteHtml(u"This repository is archived."_s);
    if (repository.isEmpty)
        html += noteHtml(u"This repository is empty: its content is on its way."_s);
    html += u"<h2>Pull requests</h2><table>"_s;
    for (const PullRequest* pull : m_world.pullRequests(repository.name))
        html += row({u'#' + QString::number(pull->number), link(m_world.url(*pull), pull->title),
            badge(word(pull->state).toLower()), escaped(pull->headName)});
    html += u"</table><h2>Workflow runs</h2><table>"_s;
    int shown = 0;
    for (const WorkflowRun* run : m_world.runs(repository.name)) {
        if (++shown > 50)
            break;
        html += row({link(m_world.url(*run), run->name), badge(stateOf(*run)), escaped(run->title),
            escaped(run->branch), escaped(githubTime(run->createdAt))});
    }
    html += u"</table>"_s;
    if (const QString head = m_world.head(repository); !head.isEmpty()) {
        html += u"<h2>Files on "_s + escaped(repository.defaultBranch) + u"</h2><table>"_s;
        for (const TreeEntry& entry : m_world.git(repository).list(head, {}).value_or(QList<TreeEntry>()))
            html += row({link(m_world.url(repository) + (entry.type == u"tree" ? u"/tree/"_s : u"/blob/"_s)
                    + repository.defaultBranch + u'/' + entry.path,
                entry.name)});
        html += u"</table>"_s;
    }
    return htmlPage(200, m_world.organisation() + u'/' + repository.name, html);
}

HttpAnswer Pages::filePage(const Repository& repository, const QString& revisionAndPath) const
{
    // A branch may hold slashes: the longest name that is one wins.
    const GitRepository& git = m_world.git(repository);
    for (qsizetype slash = revisionAndPath.size(); slash > 0; slash = revisionAndPath.lastIndexOf(u'/', slash - 1)) {
        const QString revision = revisionAndPath.left(slash);
        const auto oid = revision.contains(u':') ? std::nullopt : git.resolve(revision);
        if (!oid)
            continue;
        const QString path = revisionAndPath.mid(slash + 1);
        if (const auto entries = git.list(*oid, path)) {
            QString html = u"<table>"_s;
            for (const TreeEntry& entry : *entries)
                html += row({link(m_world.url(repository) + (entry.type == u"tree" ? u"/tree/"_s : u"/blob/"_s)
                        + revision + u'/' + entry.path,
                    entry.name)});
            return htmlPage(200, repository.name + u'/' + path, html + u"</table>"_s);
        }
        if (const auto bytes = git.file(*oid, path))
            return htmlPage(200, repository.name + u'/' + path,
                u"<pre><span>"_s + escaped(QString::fromUtf8(*bytes)) + u"</span></pre>"_s);
        if (const auto bytes = git.blob(*oid))
            return htmlPage(
                200, repository.name, u"<pre><span>"_s + escaped(QString::fromUtf8(*bytes)) + u"</span></pre>"_s);
    }
    return missing();
}

QString Pages::button(const QString& action, const QString& label, bool isEnabled, const QString& style) const
{
    return u"<form method=\"post\" action=\"%1\"><input type=\"hidden\" name=\"key\" value=\"%2\">"
           "<button class=\"%3\"%4>%5</button></form>"_s.arg(escaped(action), QString::fromLatin1(m_formKey), style,
               isEnabled ? QString() : u" disabled"_s, escaped(label));
}

HttpAnswer Pages::pullPage(const PullRequest& pull, const QString& note) const
{
    const Repository& repository = *m_world.repository(pull.repository);
    const GitRepository& git = m_world.git(repository);
    const QString url = m_world.url(pull);
    const bool isOpen = pull.state == PullState::Open;
    const Mergeability state = m_world.mergeability(pull);
    QString html = noteHtml(note) + u"<p>"_s + badge(word(pull.state).toLower()) + u" <b>"_s + escaped(pull.author)
        + u"</b> wants to merge <code>"_s + escaped(pull.headName) + u"</code> into <code>"_s + escaped(pull.baseName)
        + u"</code> of "_s + link(m_world.url(repository), repository.name) + u"</p>"_s;
    html += u"<p>"_s + escaped(pull.body).replace(u'\n', u"<br>"_s) + u"</p>"_s;
    if (isOpen) {
        html += u"<p class=\"muted\">State: "_s + escaped(word(state.status))
            + (state.why.isEmpty() ? QString() : u" - "_s + escaped(state.why))
            + (pull.autoMerge ? u" - auto-merge ("_s + escaped(word(pull.autoMerge->method).toLower()) + u") is on"_s
                              : QString())
            + u"</p>"_s;
        html += button(url + u"/approve"_s, u"Approve"_s, true)
            + button(url + u"/merge"_s, u"Merge"_s,
                state.status == MergeStatus::Clean || state.status == MergeStatus::Unstable, u"primary"_s)
            + button(url + u"/fail-check"_s, u"Fail a check"_s, true) + button(url + u"/close"_s, u"Close"_s, true);
    } else if (pull.state == PullState::Merged) {
        html += u"<p>Merged by "_s + escaped(pull.mergedBy) + u" as <code>"_s + escaped(pull.mergeCommitOid)
            + u"</code></p>"_s;
    } else if (pull.reopenable) {
        html += button(url + u"/reopen"_s, u"Reopen"_s, true);
    }
    html += u"<h2>Checks</h2><table>"_s;
    for (const WorkflowRun* run : m_world.runs(pull.repository, {.headSha = pull.headOid}))
        html += row({link(m_world.url(*run), run->name), escaped(run->job), badge(stateOf(*run))});
    html += u"</table>"_s;
    if (!pull.reviews.isEmpty()) {
        html += u"<h2>Reviews</h2><table>"_s;
        for (const Review& review : pull.reviews)
            html += row({escaped(review.author), escaped(review.state.toLower()), escaped(githubTime(review.at))});
        html += u"</table>"_s;
    }
    html += u"<h2>Files</h2>"_s;
    for (const ChangedFile& file : git.diff(git.compare(pull.baseOid, pull.headOid).mergeBase, pull.headOid))
        html += u"<h2>"_s + escaped(file.path) + u" <span class=\"good\">+"_s + QString::number(file.additions)
            + u"</span> <span class=\"bad\">-"_s + QString::number(file.deletions) + u"</span></h2>"_s
            + diffHtml(file.patch);
    return htmlPage(200, pull.title + u" #"_s + QString::number(pull.number), html);
}

HttpAnswer Pages::runPage(const WorkflowRun& run, const QString& note) const
{
    const Repository& repository = *m_world.repository(run.repository);
    const QString url = m_world.url(run);
    QString html = noteHtml(note) + u"<p>"_s + badge(stateOf(run)) + u" "_s + escaped(run.title) + u"</p><table>"_s;
    html += row({u"Repository"_s, link(m_world.url(repository), repository.name)});
    html += row({u"Workflow file"_s, escaped(run.path)});
    html += row({u"Event"_s, escaped(run.event)});
    html += row({u"Branch"_s, escaped(run.branch)});
    html += row({u"Commit"_s, u"<code>"_s + escaped(run.headSha) + u"</code>"_s});
    html += row({u"Run"_s, QString::number(run.id) + u", attempt "_s + QString::number(run.attempt)});
    html += row({u"Started"_s, escaped(githubTime(run.startedAt))});
    if (run.completedAt)
        html += row({u"Completed"_s, escaped(githubTime(*run.completedAt))});
    for (const auto& [name, value] : run.inputs.items())
        html += row({u"Input "_s + escaped(QString::fromStdString(name)),
            escaped(value.is_string() ? toQString(value.get<std::string>()) : QString())});
    html += u"</table><p></p>"_s + button(url + u"/fail"_s, u"Fail"_s, !run.isCompleted())
        + button(url + u"/cancel"_s, u"Cancel"_s, !run.isCompleted())
        + button(url + u"/rerun"_s, u"Re-run"_s, run.isCompleted(), u"primary"_s);
    return htmlPage(200, run.name, html);
}

HttpAnswer Pages::press(const HttpRequest& request, const QStringList& segments)
{
    const auto form = parseForm(request.body);
    const bool hasKey = std::any_of(form.begin(), form.end(),
        [this](const auto& field) { return field.first == u"key" && field.second.toLatin1() == m_formKey; });
    if (!hasKey)
        return htmlPage(403, u"Not from this page"_s,
            u"<p>The sandbox was restarted since that page was opened, or the button is on another page. Open the page "
            "again and press it there.</p>"_s);
    const bool isPull = segments.size() == 5 && segments[2] == u"pull";
    const bool isRun = segments.size() == 6 && segments[2] == u"actions" && segments[3] == u"runs";
    if (!isPull && !isRun)
        return missing();
    const QString pressed = segments.last();
    const QStringList known = isPull ? QStringList{u"approve"_s, u"merge"_s, u"close"_s, u"reopen"_s, u"fail-check"_s}
                                     : QStringList{u"fail"_s, u"cancel"_s, u"rerun"_s};
    if (!known.contains(pressed))
        return missing();
    const QString action = pressed == u"fail" || pressed == u"cancel" ? pressed + u"-run"_s : pressed;
    Json asked = Json::object({{"do", toJson(action)}, {"repository", toJson(segments[1])}});
    asked[isPull ? "number" : "run"] = segments[segments.size() - 2].toLongLong();
    const auto done = m_world.control(asked);
    QByteArray location = request.rawPath.left(request.rawPath.lastIndexOf('/'));
    if (!done)
        location += "?note=" + refusalText(done.error()).toUtf8().toPercentEncoding();
    return {303, {{"Location", location}}, {}};
}

} // namespace slipway::sandbox
