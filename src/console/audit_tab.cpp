// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/audit_tab.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/table_view.h"
#include "console/wording.h"

#include <QLabel>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

//! Safe mode holds all runs up, so no event of a run tells who ended it.
QList<desk::WentOn> wentOn(const desk::RunView& view)
{
    QList<desk::WentOn> words = view.wentOn;
    words.removeIf([&](const desk::WentOn& went) { return view.asOf && *view.asOf < went.word.at; });
    return words;
}

} // namespace

AuditTab::AuditTab(RunStory& story, QWidget* parent)
    : InspectorTab(parent)
    , m_story(story)
    , m_filter(new EventFilter(m_model, this))
    , m_table(makeTable(m_filter, tr("Audit"), {165, 90, 330, 220}))
    , m_nothing(quietLabel())
    , m_wentOn(wrappedLabel())
    , m_stack(new QStackedLayout)
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_table);
    m_wentOn->setObjectName(u"wentOn"_s);
    m_wentOn->setContentsMargins(8, 4, 8, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_stack, 1);
    column->addWidget(m_wentOn);
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::untilChanged, this, &AuditTab::refresh);
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        m_model.append(events);
        refresh();
    });
    clear();
}

QString AuditTab::title(const desk::RunView* view, const StepRun*) const
{
    const qsizetype acts = m_filter->rowCount() + (view ? wentOn(*view).size() : 0);
    return acts > 0 ? tr("Audit %1").arg(acts) : tr("Audit");
}

void AuditTab::clear()
{
    m_model.clear();
    m_nothing->setText(tr("What people did to the run appears here: who, when, what and why."));
    m_stack->setCurrentIndex(0);
    m_wentOn->hide();
}

void AuditTab::refresh()
{
    m_filter->show({}, m_story.until());
    m_stack->setCurrentIndex(m_filter->rowCount() > 0 ? 1 : 0);
    Q_EMIT titleChanged();
}

void AuditTab::showWentOn(const desk::RunView& view)
{
    QStringList lines;
    for (const auto& [word, crashes] : wentOn(view)) {
        const QString text = tr("%1: %2 let Slipway go on after %n crash(es).", "time, who", int(crashes.size()))
                                 .arg(dateTimeText(word.at), safeLine(word.actor, 60));
        const QString why = safeLine(word.reason, 400);
        lines += why.isEmpty() ? text : tr("%1 Why: %2", "a sentence, a reason").arg(text, why);
    }
    m_wentOn->setText(lines.join(u'\n'));
    m_wentOn->setVisible(!lines.isEmpty());
}

void AuditTab::showRun(const desk::RunView& view, const StepRun*)
{
    showWentOn(view);
    m_model.setRun(view.run);
    m_story.load();
    refresh();
}

void AuditTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
