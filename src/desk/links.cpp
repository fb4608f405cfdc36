// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/values.h"

#include "base/loopback.h"
#include "base/text.h"
#include "desk/plain_text.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

QString words(const char* text) { return QCoreApplication::translate("links", text); }

//! A page for people rather than an address of the API (which errors name as evidence).
bool isPage(const QUrl& url)
{
    const QString path = url.path();
    return !url.host().startsWith("api."_L1) && !path.startsWith("/api/"_L1) && !path.startsWith("/repos/"_L1)
        && !path.startsWith("/orgs/"_L1) && path != "/graphql"_L1;
}

QString pathTitle(const QString& path, const QString& name, const Json& values)
{
    if (path.contains("/pull/"_L1)) {
        const QString told = path.section("/pull/"_L1, 1).section(u'/', 0, 0);
        if (name.startsWith("revert"_L1))
            return words(QT_TRANSLATE_NOOP("links", "Reverting pull request #%1")).arg(told);
        return words(QT_TRANSLATE_NOOP("links", "Pull request #%1")).arg(told);
    }
    if (path.contains("/actions/runs/"_L1)) {
        const QString workflow = plainText(textAt(values, "name", textAt(values, "workflow")), 60);
        return workflow.isEmpty() ? words(QT_TRANSLATE_NOOP("links", "Workflow run"))
                                  : words(QT_TRANSLATE_NOOP("links", "Workflow run: %1")).arg(workflow);
    }
    if (path.contains("/actions"_L1))
        return words(QT_TRANSLATE_NOOP("links", "Workflow runs"));
    return {};
}

QString titleOf(const QUrl& url, const QString& name, const Json& values, const QString& kind)
{
    if (const QString title = pathTitle(url.path(), name, values); !title.isEmpty())
        return title;
    const auto parts = url.path().split(u'/', Qt::SkipEmptyParts);
    if (kind.startsWith("github."_L1) && parts.size() == 2)
        return words(QT_TRANSLATE_NOOP("links", "Repository %1")).arg(plainText(parts.join(u'/'), 120));
    return url.host();
}

class Collector {
public:
    explicit Collector(QString kind)
        : m_kind(std::move(kind))
    { }

    //! Every member of `values` that is a safe link to a page: "url", "runUrl", "htmlUrl" …
    void add(const Json& values)
    {
        if (!values.is_object())
            return;
        for (const auto& [name, value] : values.items()) {
            if (!value.is_string() || !toQString(name).endsWith("url"_L1, Qt::CaseInsensitive))
                continue;
            const QString text = toQString(value.get_ref<const std::string&>());
            const QUrl url(text, QUrl::StrictMode);
            const bool known =
                std::any_of(m_links.begin(), m_links.end(), [&](const Link& link) { return link.url == text; });
            if (!known && isSafeToOpen(text) && isPage(url))
                m_links.append({titleOf(url, toQString(name), values, m_kind), text});
        }
    }
    void add(const std::optional<Error>& error)
    {
        if (!error)
            return;
        add(error->args);
        add(error->details);
    }
    QList<Link> take() { return std::move(m_links); }

private:
    QString m_kind;
    QList<Link> m_links;
};

} // namespace

QList<Link> linksOf(const Run& run, const StepRun& step)
{
    const auto* definition = run.workflow ? run.workflow->step(step.id) : nullptr;
    Collector collector(definition ? definition->kind : QString());
    collector.add(step.outputs);
    if (step.waitingFor)
        collector.add(step.waitingFor->args);
    collector.add(step.error);
    for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt) {
        collector.add(attempt->facts);
        for (const auto& effect : attempt->effects)
            collector.add(effect.result);
        collector.add(attempt->error);
    }
    auto links = collector.take();
    if (!links.isEmpty() || !definition)
        return links;
    // Of the pull request that it merged or waited for: what a person settled by hand has found none itself.
    if (const StepRun* raised = run.step(StepId(textAt(definition->with, "pullRequest"))); raised && raised != &step)
        return linksOf(run, *raised);
    return links;
}

QList<Link> servicePages(const Run& run)
{
    QList<Link> pages;
    if (run.state != RunState::Succeeded || !run.workflow)
        return pages;
    const auto add = [&pages](const QString& title, const QString& url) {
        const bool known = std::any_of(pages.begin(), pages.end(), [&](const Link& page) { return page.url == url; });
        if (!known && isSafeToOpen(url))
            pages.append({title, url});
    };
    for (const auto& step : run.steps) {
        if (run.workflow->step(step.id)->kind != "github.repository"_L1 || !step.isDone())
            continue;
        if (const QString url = textAt(step.outputs, "url"); !url.isEmpty())
            add(titleOf(QUrl(url), u"url"_s, step.outputs, u"github.repository"_s), url);
    }
    return pages;
}

std::optional<Link> pageOf(const Error& error)
{
    Collector collector(u"github."_s);
    for (const Json& values : {error.args, error.details})
        if (const QString url = textAt(values, "url"); !url.isEmpty())
            collector.add({{"url", toJson(url)}, {"workflow", memberAt(error.args, "workflow")}});
    const auto pages = collector.take();
    return pages.isEmpty() ? std::nullopt : std::optional(pages.first());
}

std::optional<Link> pageOf(const Run& run)
{
    if (const auto made = servicePages(run); !made.isEmpty())
        return made.first();
    if (!run.workflow)
        return std::nullopt;
    std::optional<Link> attention, underWay, merged, last;
    for (const auto& step : run.steps) {
        const auto link = linksOf(run, step).value(0);
        if (link.url.isEmpty())
            continue;
        if (!attention && (step.needsYou || step.state == StepState::Failed))
            attention = link;
        if (!underWay && step.isActive())
            underWay = link;
        if (step.isDone() && run.workflow->step(step.id)->kind == "github.merged"_L1)
            merged = link;
        last = link;
    }
    for (const auto& found : {attention, underWay, merged, last})
        if (found)
            return found;
    return std::nullopt;
}

bool isSafeToOpen(const QString& text)
{
    if (text.isEmpty() || text.size() >= 2048)
        return false;
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c > u' ' && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
    const QUrl url(text, QUrl::StrictMode);
    if (!plain || !url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackHost(url.host()));
}

} // namespace slipway::desk
