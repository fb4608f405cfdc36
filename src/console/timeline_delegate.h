// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace slipway::console {

class TimeWindow;
class TimelineModel;

//! Paints the bar column by TimelinePainter, so that all moments go through the TimeWindow's geometry.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TimelineDelegate(const TimeWindow& window, const TimelineModel& model, QObject* parent);

    //! Whether a lane's steps are drawn in its own row (it is folded).
    void setLaneOpen(std::function<bool(const QModelIndex&)> isOpen) { m_isOpen = std::move(isOpen); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const TimeWindow& m_window;
    const TimelineModel& m_model;
    std::function<bool(const QModelIndex&)> m_isOpen;
};

} // namespace slipway::console
