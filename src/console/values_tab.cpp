// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/values_tab.h"

#include "base/text.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

QString textOf(const Json& value)
{
    if (value.is_string())
        return safeLine(toQString(value.get_ref<const std::string&>()), 1'000);
    return safeLine(QString::fromUtf8(toBytes(value)), 1'000);
}

void addMembers(QTreeWidgetItem* parent, const Json& value, int depth)
{
    for (const auto& [name, member] : value.items()) {
        auto* item = new QTreeWidgetItem(parent, {safeLine(toQString(name), 120)});
        const bool nested = member.is_structured() && !member.empty() && depth < 6;
        if (nested)
            addMembers(item, member, depth + 1);
        else
            item->setText(1, textOf(member));
    }
}

//! By the words of the form that they were typed in; the workflow's own name for each is its tip.
void nameInputs(QTreeWidgetItem& group, const Workflow& workflow)
{
    for (int row = 0; row < group.childCount(); ++row)
        for (const InputDefinition& input : workflow.inputs)
            if (QTreeWidgetItem* item = group.child(row); item->text(0) == input.id && !input.title.isEmpty()) {
                item->setToolTip(0, input.id);
                item->setText(0, safeLine(input.title, 120));
                break;
            }
}

} // namespace

ValuesTab::ValuesTab(QWidget* parent)
    : InspectorTab(parent)
    , m_tree(new QTreeWidget)
{
    m_tree->setAccessibleName(tr("Inputs and outputs"));
    m_tree->setHeaderLabels({tr("Name"), tr("Value")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->resizeSection(0, 260);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
}

QString ValuesTab::title(const desk::RunView*, const StepRun*) const { return tr("Inputs and outputs"); }

void ValuesTab::clear()
{
    m_shown.clear();
    m_tree->clear();
}

void ValuesTab::add(const QString& title, const Json& object)
{
    if (!object.is_object() || object.empty())
        return;
    auto* group = new QTreeWidgetItem(m_tree, {title});
    QFont bold = m_tree->font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    group->setFirstColumnSpanned(true);
    addMembers(group, object, 1);
    group->setExpanded(true);
}

void ValuesTab::showRun(const desk::RunView& view, const StepRun* step)
{
    Json all = Json::array();
    all.push_back(view.run.inputs);
    const StepDefinition* definition = step && view.run.workflow ? view.run.workflow->step(step->id) : nullptr;
    if (step) {
        all.push_back(step->outputs);
        all.push_back(step->attempts.isEmpty() ? Json() : step->attempts.last().facts);
        all.push_back(step->id.utf8());
    }
    const QByteArray bytes = toBytes(all);
    if (bytes == m_shown)
        return;
    m_shown = bytes;
    m_tree->clear();
    add(tr("Inputs of the run"), view.run.inputs);
    if (view.run.workflow && m_tree->topLevelItemCount() > 0)
        nameInputs(*m_tree->topLevelItem(0), *view.run.workflow);
    if (step) {
        add(tr("Outputs of the step"), step->outputs);
        if (!step->attempts.isEmpty())
            add(tr("Found by the last attempt"), step->attempts.last().facts);
        if (definition)
            add(tr("Parameters of the step"), definition->with);
    }
}

} // namespace slipway::console
