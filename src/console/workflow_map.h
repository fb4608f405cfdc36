// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/dot_process.h"
#include "workflow/workflow.h"

#include <QStackedWidget>

class QLabel;
class QPlainTextEdit;

namespace slipway::console {

class MapPicture;

//! Lanes, steps and needs as text.
QString workflowInWords(const Workflow& workflow);

//! A picture of a workflow, laid out by Graphviz. Where that cannot be had, what to do about it and the same as text,
//! which is also what a screen reader gets of the picture.
class WorkflowMap : public QStackedWidget {
    Q_OBJECT
public:
    explicit WorkflowMap(Clock& clock, QWidget* parent = nullptr, const QString& program = QStringLiteral("dot"));
    //! Without waiting: the picture comes when it is laid out.
    void showWorkflow(std::shared_ptr<const Workflow> workflow);
    //! Marks the step, and the arrows to what it needs and to what needs it.
    void showStep(const StepId& step);

Q_SIGNALS:
    void stepChosen(const slipway::StepId& step);

private:
    void ask();
    void take(const QByteArray& answer);
    void showWords(const QString& why);

    DotProcess m_dot;
    std::shared_ptr<const Workflow> m_workflow;
    MapPicture* m_picture;
    QWidget* m_instead;
    QLabel* m_why;
    QPlainTextEdit* m_words;
};

} // namespace slipway::console
