// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace slipway::console {

class TimeWindow;
class TimelineModel;
struct StepBar;

//! Paints the bar column. All moments go through the TimeWindow's geometry.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TimelineDelegate(const TimeWindow& window, const TimelineModel& model, QObject* parent);

    //! Whether a lane's steps are drawn in its own row (it is folded).
    void setLaneOpen(std::function<bool(const QModelIndex&)> isOpen) { m_isOpen = std::move(isOpen); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QRectF& cell, const QPalette& palette) const;
    void paintStep(QPainter& painter, const QRectF& cell, const StepBar& bar, const QStyleOptionViewItem& option,
        const QColor& paper) const;
    void paintLaneLine(
        QPainter& painter, const QRectF& cell, const QList<const StepBar*>& bars, const QPalette& palette) const;

    const TimeWindow& m_window;
    const TimelineModel& m_model;
    std::function<bool(const QModelIndex&)> m_isOpen;
};

} // namespace slipway::console
