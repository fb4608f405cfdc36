// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/statistics_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/copying.h"
#include "console/duration_charts.h"
#include "console/error_panel.h"
#include "console/file_writing.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/run_export.h"
#include "console/safe_text.h"
#include "console/saving.h"
#include "console/state_painter.h"
#include "console/wording.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeWidget>

namespace slipway::console {

namespace {

constexpr int failedColumn = 4;

QTreeWidget* numbersTable(const QString& name, const QString& accessible, const QStringList& titles)
{
    auto* table = new QTreeWidget;
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setHeaderLabels(titles);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setItemDelegate(new RowDelegate(table));
    table->header()->setStretchLastSection(false);
    for (int column = 0; column < titles.size(); ++column)
        table->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    makeCopyable(table);
    return table;
}

QString timeOrNone(const std::optional<Millis>& time)
{
    return time ? durationText(*time) : StatisticsDialog::tr("–", "nothing");
}

QByteArray pngOf(QWidget& widget)
{
    QByteArray bytes;
    QBuffer out(&bytes);
    if (out.open(QIODevice::WriteOnly))
        widget.grab().save(&out, "png");
    return bytes;
}

} // namespace

StatisticsDialog::StatisticsDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_workflow(new QComboBox)
    , m_runs(quietLabel())
    , m_steps(numbersTable(u"figures"_s, tr("Figures of the run and its steps"),
          {tr("Step"), tr("Went well"), tr("Median"), tr("Nine in ten"), tr("Failed"), tr("Retries")}))
    , m_title(headingLabel())
    , m_summary(wrappedLabel())
    , m_overTime(new DurationsOverTime)
    , m_distribution(new DurationDistribution)
    , m_samples(numbersTable(u"durations"_s, tr("Durations, newest first"), {tr("Ended"), tr("Took"), tr("Service")}))
    , m_words(wrappedLabel())
    , m_error(new ErrorPanel)
    , m_said(quietLabel())
    , m_copy(new QPushButton(tr("&Copy the figures")))
    , m_save(new QPushButton(tr("&Save…")))
    , m_pages(new QStackedLayout)
{
    setObjectName(u"statistics"_s);
    setWindowTitle(tr("Durations"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_workflow->setObjectName(u"workflow"_s);
    m_workflow->setAccessibleName(tr("Workflow"));
    m_words->setObjectName(u"words"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setMargin(24);
    m_summary->setObjectName(u"summary"_s);
    m_said->setObjectName(u"said"_s);
    m_copy->setObjectName(u"copyFigures"_s);
    m_save->setObjectName(u"saveFigures"_s);
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeButton"_s);

    auto* workflow = plainLabel(tr("&Workflow"));
    workflow->setBuddy(m_workflow);
    auto* choice = new QHBoxLayout;
    choice->addWidget(workflow);
    choice->addWidget(m_workflow);
    choice->addSpacing(8);
    choice->addWidget(m_runs, 1);
    auto* errorPage = new QWidget;
    auto* errorColumn = new QVBoxLayout(errorPage);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    m_pages->addWidget(m_words);
    m_pages->addWidget(buildFigures());
    m_pages->addWidget(errorPage);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_said, 1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addLayout(choice);
    column->addLayout(m_pages, 1);
    column->addLayout(buttons);
    resize(1280, 760);

    for (QPushButton* button : {m_copy, m_save, close})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(figuresCsv(workflowId(), m_figures));
        m_said->setText(tr("The figures are copied as CSV."));
    });
    connect(m_save, &QPushButton::clicked, this, &StatisticsDialog::save);
    connect(m_workflow, &QComboBox::currentIndexChanged, this, &StatisticsDialog::read);
    connect(m_steps, &QTreeWidget::currentItemChanged, this, &StatisticsDialog::showStep);
    connect(m_samples, &QTreeWidget::currentItemChanged, this,
        [this](QTreeWidgetItem* item) { m_overTime->markSample(item ? m_samples->indexOfTopLevelItem(item) : -1); });
    connect(m_samples, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        Q_EMIT runWanted(RunId(item->data(0, Qt::UserRole).toString()));
        accept();
    });
    connect(m_overTime, &DurationsOverTime::sampleChosen, this,
        [this](int place) { m_samples->setCurrentItem(m_samples->topLevelItem(place)); });
    offerWorkflows();
    read();
    m_steps->setFocus();
}

QWidget* StatisticsDialog::buildFigures()
{
    for (int column = 1; column < m_steps->columnCount(); ++column)
        m_steps->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_samples->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_samples->setToolTip(tr("Press Enter to show the run"));

    m_plots = new QWidget;
    m_plots->setObjectName(u"plots"_s);
    m_plots->setAutoFillBackground(true);
    m_plots->setBackgroundRole(QPalette::Base);
    auto* lower = new QSplitter(Qt::Horizontal);
    lower->addWidget(m_distribution);
    lower->addWidget(m_samples);
    lower->setSizes({330, 310});
    auto* plots = new QSplitter(Qt::Vertical);
    plots->addWidget(m_overTime);
    plots->addWidget(lower);
    plots->setSizes({280, 260});
    auto* inset = new QVBoxLayout(m_plots);
    inset->setContentsMargins(0, 6, 0, 0);
    inset->addWidget(plots);

    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(6);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_plots, 1);
    column->addStretch(0);
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_steps);
    halves->addWidget(detail);
    halves->setSizes({600, 640});
    halves->setStretchFactor(1, 1);
    return halves;
}

void StatisticsDialog::offerWorkflows()
{
    const QSignalBlocker quiet(m_workflow);
    for (const auto& one : m.desk.workflows())
        m_workflow->addItem(safeLine(one->title, 100), one->id);
    for (const QString& id : std::as_const(m.workflows))
        if (m_workflow->findData(id) < 0)
            m_workflow->addItem(safeLine(id, 100), id);
    int at = m_workflow->findData(m.workflow);
    // One that has run says more than one that was never started.
    for (int i = 0; at < 0 && i < m_workflow->count(); ++i)
        if (m.workflows.contains(m_workflow->itemData(i).toString()))
            at = i;
    m_workflow->setCurrentIndex(std::max(at, 0));
}

QString StatisticsDialog::workflowId() const { return m_workflow->currentData().toString(); }

std::shared_ptr<const Workflow> StatisticsDialog::workflow() const
{
    for (const auto& one : m.desk.workflows())
        if (one->id == workflowId())
            return one;
    return nullptr;
}

void StatisticsDialog::read()
{
    const int question = ++m_question;
    m_figures.clear();
    m_runs->clear();
    m_said->clear();
    m_words->setText(tr("Reading the history…"));
    m_pages->setCurrentIndex(WordsPage);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    whenDone(
        m.desk.statistics(workflowId()), this, [this, question](const Result<desk::WorkflowStatistics>& statistics) {
            if (question == m_question)
                take(statistics);
        });
}

void StatisticsDialog::take(const Result<desk::WorkflowStatistics>& statistics)
{
    if (!statistics) {
        m_error->showError(statistics.error());
        m_pages->setCurrentIndex(ErrorPage);
        return;
    }
    if (statistics->runs == 0) {
        m_words->setText(
            tr("There is no run of this workflow yet. When some have ended, what they took appears here."));
        m_pages->setCurrentIndex(WordsPage);
        return;
    }
    m_figures = figuresOf(*statistics, workflow().get());
    const auto count = [&](RunState state) { return int(statistics->states.value(state)); };
    QStringList parts{tr("%n run(s)", nullptr, int(statistics->runs))};
    if (const int done = count(RunState::Succeeded); done > 0)
        parts += tr("%n done", nullptr, done);
    if (const int failed = count(RunState::Failed); failed > 0)
        parts += tr("%n failed", nullptr, failed);
    if (const int ended = count(RunState::Cancelled) + count(RunState::Undone); ended > 0)
        parts += tr("%n cancelled or undone", nullptr, ended);
    m_runs->setText(parts.join(tr(", ", "between parts of a list")));
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    m_pages->setCurrentIndex(FiguresPage);
    fillSteps();
}

void StatisticsDialog::fillSteps()
{
    {
        const QSignalBlocker quiet(m_steps);
        m_steps->clear();
        QTreeWidgetItem* current = nullptr;
        const QLocale locale;
        for (const DurationFigures& one : std::as_const(m_figures)) {
            auto* item = new QTreeWidgetItem(m_steps,
                {one.title, locale.toString(one.count), timeOrNone(one.median), timeOrNone(one.p90),
                    locale.toString(one.failures), locale.toString(one.retries)});
            for (int column = 1; column < m_steps->columnCount(); ++column)
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            if (one.failures > 0)
                item->setIcon(failedColumn, stateIcon(ShownState::Failed));
            item->setToolTip(0, one.title);
            if (one.step.isEmpty()) {
                QFont bold = font();
                bold.setWeight(QFont::DemiBold);
                item->setFont(0, bold);
            }
            if (one.step == m.step || !current)
                current = item;
        }
        m_steps->setCurrentItem(current);
    }
    m_steps->viewport()->update();
    showStep();
}

const DurationFigures* StatisticsDialog::chosen() const
{
    const int row = m_steps->indexOfTopLevelItem(m_steps->currentItem());
    return row >= 0 && row < m_figures.size() ? &m_figures[row] : nullptr;
}

void StatisticsDialog::showStep()
{
    const DurationFigures* figures = chosen();
    if (!figures)
        return;
    m.step = figures->step;
    m_title->setText(safeLine(figures->title, 160));
    m_summary->setText(summaryOf(*figures));
    m_plots->setVisible(!figures->samples.isEmpty());
    m_overTime->show(*figures);
    m_distribution->show(*figures);
    // A spread of two or three says nothing that the list beside it does not.
    m_distribution->setVisible(figures->samples.size() >= fewestForUsual);

    const QSignalBlocker quiet(m_samples);
    m_samples->clear();
    for (const auto& sample : figures->samples) {
        const QString subject = m.subjectOf ? m.subjectOf(sample.run) : QString();
        auto* item = new QTreeWidgetItem(m_samples,
            {dateTimeText(sample.endedAt), durationText(sample.took),
                subject.isEmpty() ? sample.run.text() : safeLine(subject, 80)});
        item->setData(0, Qt::UserRole, sample.run.text());
        if (figures->p90 && sample.took > *figures->p90) {
            item->setIcon(1, stateIcon(ShownState::Stuck));
            item->setToolTip(1, tr("longer than nine in ten"));
            item->setData(1, Qt::AccessibleDescriptionRole, item->toolTip(1));
        }
    }
    m_samples->viewport()->update();
}

void StatisticsDialog::save()
{
    askWhereToSave(this, u"saveStatistics"_s, tr("Save the figures"), exportName(u"durations-"_s + workflowId()),
        {{u"csv"_s, tr("Table")}, {u"json"_s, tr("JSON, with every duration")}, {u"md"_s, tr("Report")},
            {u"png"_s, tr("Picture of the plots")}},
        [this](const QString& file, const QString& ending) { write(file, ending); });
}

void StatisticsDialog::write(const QString& file, const QString& ending)
{
    QByteArray bytes;
    if (ending == u"json")
        bytes = toBytes(figuresJson(workflowId(), m_figures, m.clock.now()));
    else if (ending == u"md")
        bytes = figuresMarkdown(m_workflow->currentText(), m_figures, m.clock.now()).toUtf8();
    else if (ending == u"png")
        bytes = pngOf(*m_plots);
    else
        bytes = figuresCsv(workflowId(), m_figures).toUtf8();
    whenDone(writeFileApart(file, bytes), this, [this, file](const Result<void>& written) {
        if (written)
            m_said->setText(tr("Saved as %1").arg(safeLine(file, 200)));
        else
            showErrorDialog(written.error(), this);
    });
}

} // namespace slipway::console
