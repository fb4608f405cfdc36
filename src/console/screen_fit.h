// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

#include <functional>

class QCoreApplication;
class QWidget;

namespace slipway::console {

//! Keeps every window and dialog of the program on the screen that it is on: what is larger comes up as large as the
//! screen's free part, and within it. A desktop may let a window be larger than the screen, and its buttons are then out of
//! reach.
class ScreenFit : public QObject {
    Q_OBJECT
public:
    //! The free part of the screen that a window is on, in the program's own measure.
    using Area = std::function<QRect(const QWidget&)>;
    //! Once an application; no area: what the desktop says.
    static void install(QCoreApplication& application, Area area = {});

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ScreenFit(Area area, QObject* parent)
        : QObject(parent)
        , m_area(std::move(area))
    { }

    Area m_area;
};

} // namespace slipway::console
