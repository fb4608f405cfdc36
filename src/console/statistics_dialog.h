// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/duration_figures.h"
#include "desk/desk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTreeWidget;

namespace slipway::console {

class DurationDistribution;
class DurationsOverTime;
class ErrorPanel;

//! What a workflow and its steps usually take, and how often they go wrong: in figures, as plots, and run by run. Reads
//! only.
class StatisticsDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        QStringList workflows = {}; //!< ids of those that have runs; those that can be started are offered, too
        QString workflow = {}, step = {}; //!< chosen at first; may be empty
        std::function<QString(const RunId&)> subjectOf = {}; //!< empty where the window does not know the run
    };
    StatisticsDialog(Context context, QWidget* parent);

Q_SIGNALS:
    void runWanted(const slipway::RunId& run);

private:
    enum Page { WordsPage, FiguresPage, ErrorPage };

    QWidget* buildFigures();
    void offerWorkflows();
    void read();
    void take(const Result<desk::WorkflowStatistics>& statistics);
    void fillSteps();
    void showStep();
    const DurationFigures* chosen() const;
    void save();
    void write(const QString& file, const QString& ending);
    QString workflowId() const;
    std::shared_ptr<const Workflow> workflow() const;

    Context m;
    int m_question = 0;
    QList<DurationFigures> m_figures;
    QComboBox* m_workflow;
    QLabel* m_runs;
    QTreeWidget* m_steps;
    QLabel* m_title;
    QLabel* m_summary;
    DurationsOverTime* m_overTime;
    DurationDistribution* m_distribution;
    QWidget* m_plots = nullptr;
    QTreeWidget* m_samples;
    QLabel* m_words;
    ErrorPanel* m_error;
    QLabel* m_said;
    QPushButton* m_copy;
    QPushButton* m_save;
    QStackedLayout* m_pages;
};

} // namespace slipway::console
