// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/duration_figures.h"

#include <QtCharts/QChartView>

class QScatterSeries;

namespace slipway::console {

//! A plot in the palette's colours. Nobody needs it to read the numbers: they stand in words and in tables beside it.
class DurationChart : public QChartView {
    Q_OBJECT
public:
    explicit DurationChart(const QString& name, QWidget* parent = nullptr);

    //! Replaces what is shown. Without samples the plot is empty.
    void show(const DurationFigures& figures);

protected:
    virtual void fill(const DurationFigures& figures) = 0;
    virtual void recolour();
    void changeEvent(QEvent* event) override;
    QColor ink() const;
};

//! Each duration as a point at its moment, with lines at the median and at nine in ten.
class DurationsOverTime : public DurationChart {
    Q_OBJECT
public:
    explicit DurationsOverTime(QWidget* parent = nullptr);

    //! Rings one of the samples; none: -1.
    void markSample(int place);
    //! What the ringed one took.
    std::optional<Millis> marked() const;

Q_SIGNALS:
    void sampleChosen(int place);

protected:
    void fill(const DurationFigures& figures) override;
    void recolour() override;

private:
    QScatterSeries* m_points = nullptr; //!< these are the chart's, while it has any series
    QScatterSeries* m_marked = nullptr;
};

//! How the durations spread.
class DurationDistribution : public DurationChart {
    Q_OBJECT
public:
    explicit DurationDistribution(QWidget* parent = nullptr);

protected:
    void fill(const DurationFigures& figures) override;
    void recolour() override;
};

} // namespace slipway::console
