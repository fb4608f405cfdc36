// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

//! The history of a workflow in numbers, as the window shows it and hands it on. Pure.
namespace slipway::console {

//! What a run as a whole, or one of its steps, usually takes and how often it goes wrong.
struct DurationFigures {
    QString step; //!< id; empty: the whole run
    QString title; //!< with its lane
    qint64 count = 0; //!< how often it went well
    qint64 failures = 0, retries = 0;
    std::optional<Millis> median, p90; //!< none: too few to say what is usual
    QList<journal::DurationSample> samples; //!< newest first
    std::optional<Millis> shortest, longest; //!< of the samples
};

//! Fewer say nothing of what is usual; the timeline draws no estimate below it either.
inline constexpr qint64 fewestForUsual = 5;

//! The whole run first, then its steps in the workflow's order, then steps that the workflow no longer has.
//! `workflow` may be null: then ids stand for titles.
QList<DurationFigures> figuresOf(const desk::WorkflowStatistics& statistics, const Workflow* workflow);

struct DurationBucket {
    Millis from{}, to{}; //!< at least `from`, less than `to`
    bool open = false; //!< and whatever is longer
    int count = 0;
};
//! How the durations spread, in a few steps of a round length; what is far longer than most shares the last one.
QList<DurationBucket> distributionOf(const QList<journal::DurationSample>& samples);
QString textOf(const DurationBucket& bucket);

//! How long the next one will take, as far as the past tells; one sentence.
QString expectationOf(const DurationFigures& figures);
//! What the plots show, in a few sentences.
QString summaryOf(const DurationFigures& figures);

//! One line a figure: RFC 4180.
QString figuresCsv(const QString& workflow, const QList<DurationFigures>& all);
//! With every duration of the samples.
Json figuresJson(const QString& workflow, const QList<DurationFigures>& all, Timestamp now);
//! A table for a ticket.
QString figuresMarkdown(const QString& title, const QList<DurationFigures>& all, Timestamp now);

} // namespace slipway::console
