// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workflow_map.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/lane_name.h"
#include "console/map_picture.h"
#include "console/safe_text.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::WorkflowMap)
};

QString mapTrouble(DotProcess::Failure failure)
{
    switch (failure) {
    case DotProcess::Failure::Missing:
        return MapWords::tr(
            "The map is drawn with the program “dot” of Graphviz, which is not on this computer. Install "
            "the package “graphviz” (on Debian: sudo apt install graphviz), then open this page "
            "again. Until then, here is the same in words.");
    case DotProcess::Failure::TookTooLong:
        return MapWords::tr(
            "The program “dot”, which lays the map out, took too long over this workflow and was ended. "
            "Here is the same in words.");
    case DotProcess::Failure::Refused:
        return MapWords::tr(
            "The program “dot”, which lays the map out, gave no layout of this workflow. If it does so with "
            "every workflow, install the package “graphviz” again. Here is the same in words.");
    }
    return {};
}

} // namespace

QString workflowInWords(const Workflow& workflow)
{
    QHash<QString, QString> names;
    for (const auto& lane : workflow.lanes)
        names.insert(lane.id, laneName(workflow, lane));
    QStringList lines;
    for (const auto& lane : workflow.lanes) {
        lines += names.value(lane.id);
        for (const auto& step : workflow.steps) {
            if (step.lane != lane.id)
                continue;
            QStringList needs;
            for (const auto& need : step.needs)
                if (const auto* other = workflow.step(need))
                    needs += other->lane == lane.id ? MapWords::tr("“%1”", "a step").arg(safeLine(other->title, 80))
                                                    : MapWords::tr("“%1” in %2", "a step, its lane")
                                                          .arg(safeLine(other->title, 80), names.value(other->lane));
            const QString title = safeLine(step.title, 120);
            lines += needs.isEmpty() ? MapWords::tr("• %1 (needs nothing)").arg(title)
                                     : MapWords::tr("• %1 (needs %2)").arg(title, needs.join(u", "_s));
        }
        lines += QString();
    }
    return lines.join(u'\n').trimmed();
}

WorkflowMap::WorkflowMap(Clock& clock, QWidget* parent, const QString& program)
    : QStackedWidget(parent)
    , m_dot(clock, program)
    , m_picture(new MapPicture)
    , m_instead(new QWidget)
    , m_why(wrappedLabel())
    , m_words(new QPlainTextEdit)
{
    setObjectName(u"workflowMap"_s);
    m_why->setObjectName(u"workflowMapMissing"_s);
    m_words->setObjectName(u"workflowWords"_s);
    m_words->setAccessibleName(tr("The workflow in words"));
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* column = new QVBoxLayout(m_instead);
    column->setSpacing(10);
    column->addWidget(m_why);
    column->addWidget(m_words, 1);
    addWidget(m_picture);
    addWidget(m_instead);
    connect(m_picture, &MapPicture::stepChosen, this, &WorkflowMap::stepChosen);
    connect(m_picture, &MapPicture::fontChanged, this, &WorkflowMap::ask);
    connect(&m_dot, &DotProcess::answered, this, &WorkflowMap::take);
    connect(&m_dot, &DotProcess::failed, this, [this](DotProcess::Failure failure) { showWords(mapTrouble(failure)); });
}

void WorkflowMap::showWorkflow(std::shared_ptr<const Workflow> workflow)
{
    m_workflow = std::move(workflow);
    m_picture->showStep({});
    m_picture->showLayout(nullptr, {});
    m_picture->setAccessibleDescription(m_workflow ? workflowInWords(*m_workflow) : QString());
    setCurrentWidget(m_picture);
    ask();
}

void WorkflowMap::showStep(const StepId& step) { m_picture->showStep(step); }

void WorkflowMap::ask()
{
    m_dot.stop();
    if (m_workflow && !m_workflow->steps.isEmpty())
        m_dot.ask(graphOf(*m_workflow, m_picture->sizesOf(*m_workflow)));
}

void WorkflowMap::take(const QByteArray& answer)
{
    const auto layout = layoutFrom(answer, *m_workflow);
    if (!layout)
        return showWords(mapTrouble(DotProcess::Failure::Refused));
    setCurrentWidget(m_picture);
    m_picture->showLayout(m_workflow, *layout);
}

void WorkflowMap::showWords(const QString& why)
{
    m_why->setText(why);
    m_words->setPlainText(workflowInWords(*m_workflow));
    setCurrentWidget(m_instead);
}

} // namespace slipway::console
