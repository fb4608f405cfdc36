// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"

#include "base/text.h"
#include "console/state_style.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace slipway::console {

namespace {

//! Symbolic drawings have one colour, written as "currentColor"; it becomes the palette's when they are painted.
class SymbolicIconEngine : public QIconEngine {
public:
    SymbolicIconEngine(QByteArray svg, bool points)
        : m_svg(std::move(svg))
        , m_points(points)
    { }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor ink = QGuiApplication::palette().color(group, QPalette::ButtonText);
        QByteArray svg = m_svg;
        svg.replace("currentColor", ink.name().toLatin1());
        painter->save();
        if (mode == QIcon::Disabled && !isHighContrast(QGuiApplication::palette()))
            painter->setOpacity(0.55);
        if (m_points && QGuiApplication::isRightToLeft()) {
            painter->translate(2 * rect.x() + rect.width(), 0);
            painter->scale(-1, 1);
        }
        QSvgRenderer(svg).render(painter, QRectF(rect));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SymbolicIconEngine(m_svg, m_points); }

private:
    QByteArray m_svg;
    bool m_points; //!< forward or back: turned round where people read from the right
};

} // namespace

QIcon icon(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QStringList pointing{u"advance"_s, u"open"_s, u"skip"_s, u"undo"_s};
    return QIcon(new SymbolicIconEngine(file.readAll(), pointing.contains(name)));
}

} // namespace slipway::console
