// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/audit_tab.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/table_view.h"

#include <QStackedLayout>
#include <QTreeView>

namespace slipway::console {

AuditTab::AuditTab(RunStory& story, QWidget* parent)
    : InspectorTab(parent)
    , m_story(story)
    , m_filter(new EventFilter(m_model, this))
    , m_table(makeTable(m_filter, tr("Audit"), {165, 90, 330, 220}))
    , m_nothing(quietLabel())
    , m_stack(new QStackedLayout)
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_table);
    setLayout(m_stack);
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        m_model.append(events);
        refresh();
    });
    clear();
}

QString AuditTab::title() const
{
    const int acts = m_filter->rowCount();
    return acts > 0 ? tr("Audit %1").arg(acts) : tr("Audit");
}

void AuditTab::clear()
{
    m_model.clear();
    m_nothing->setText(tr("What people did to the run appears here: who, when, what and why."));
    m_stack->setCurrentIndex(0);
}

void AuditTab::refresh()
{
    m_filter->show({}, m_story.until());
    m_stack->setCurrentIndex(m_filter->rowCount() > 0 ? 1 : 0);
    Q_EMIT titleChanged();
}

void AuditTab::showRun(const desk::RunView& view, const StepRun*)
{
    m_model.setRun(view.run);
    m_story.load(); // its count stands in the tab, so it is read even while another page is seen
    refresh();
}

void AuditTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
