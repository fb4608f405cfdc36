// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/screen_fit.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace slipway::console {

namespace {

QRect freePartOf(const QWidget& window)
{
    const QScreen* screen = window.parentWidget() ? window.parentWidget()->screen() : window.screen();
    return screen ? screen->availableGeometry() : QRect();
}

//! What the desktop draws around a window. Before it is shown nobody knows: a title bar as the style draws them.
QMargins frameOf(const QWidget& window)
{
    const QRect outer = window.frameGeometry(), inner = window.geometry();
    if (outer != inner)
        return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
    return {0, window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window), 0, 0};
}

} // namespace

void ScreenFit::install(QCoreApplication& application, Area area)
{
    delete application.findChild<ScreenFit*>(QString(), Qt::FindDirectChildrenOnly);
    application.installEventFilter(new ScreenFit(area ? std::move(area) : Area(freePartOf), &application));
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Show && event->type() != QEvent::Resize)
        return false;
    auto* window = qobject_cast<QWidget*>(watched);
    if (!window || !window->isWindow() || window->windowState() != Qt::WindowNoState)
        return false;
    const auto type = window->windowType();
    if (type != Qt::Window && type != Qt::Dialog && type != Qt::Sheet)
        return false; // menus and tips place themselves
    // A main window may be drawn over two screens by hand; a dialog grows with what it shows.
    if (event->type() == QEvent::Resize && type == Qt::Window)
        return false;
    const QRect area = m_area(*window);
    if (area.isEmpty())
        return false;
    const QMargins frame = frameOf(*window);
    const QSize most = area.size() - QSize(frame.left() + frame.right(), frame.top() + frame.bottom());
    if (const QSize size = window->size().boundedTo(most); size != window->size())
        window->resize(size);
    if (event->type() == QEvent::Show && window->testAttribute(Qt::WA_Moved)) { // else the desktop finds it a place
        QRect place = window->geometry();
        const QRect within = area.marginsRemoved(frame);
        place.moveRight(std::min(place.right(), within.right()));
        place.moveBottom(std::min(place.bottom(), within.bottom()));
        place.moveLeft(std::max(place.left(), within.left()));
        place.moveTop(std::max(place.top(), within.top()));
        if (place.topLeft() != window->geometry().topLeft())
            window->setGeometry(place);
    }
    return false;
}

} // namespace slipway::console
