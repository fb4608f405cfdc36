// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/icons.h"

#include "base/text.h"
#include "console/state_style.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace slipway::console {

namespace {

//! Symbolic drawings have one colour, written as "currentColor"; it becomes the palette's when they are painted.
class SymbolicIconEngine : public QIconEngine {
public:
    SymbolicIconEngine(QString name, QByteArray svg, bool points)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
        , m_points(points)
    { }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", inkOf(mode).name().toLatin1());
        painter->save();
        if (mode == QIcon::Disabled && !isHighContrast(QGuiApplication::palette()))
            painter->setOpacity(0.55);
        if (isTurned()) {
            painter->translate(2 * rect.x() + rect.width(), 0);
            painter->scale(-1, 1);
        }
        QSvgRenderer(svg).render(painter, QRectF(rect));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        // A tool bar is painted with each run that is looked at; reading a drawing anew takes longer than all the rest.
        const QPalette palette = QGuiApplication::palette();
        const QString key = u"slipway-icon %1 %2x%3 %4 %5 %6"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(inkOf(mode).rgba())
                                .arg(mode == QIcon::Disabled && !isHighContrast(palette))
                                .arg(isTurned());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SymbolicIconEngine(m_name, m_svg, m_points); }

private:
    static QColor inkOf(QIcon::Mode mode)
    {
        return QGuiApplication::palette().color(
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::ButtonText);
    }
    bool isTurned() const { return m_points && QGuiApplication::isRightToLeft(); }

    QString m_name;
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
    return QIcon(new SymbolicIconEngine(name, file.readAll(), pointing.contains(name)));
}

} // namespace slipway::console
