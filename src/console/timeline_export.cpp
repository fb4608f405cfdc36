// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_export.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/file_writing.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/theme.h"
#include "console/wording.h"

#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace slipway::console {

namespace {

struct Sheet {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::TimelineSheet)
};

constexpr double margin = 20, nameWidth = 250, wordWidth = 190, barWidth = 820, axisHeight = 28, legendItem = 200;

QString elided(const QFont& font, const QString& text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

TimelineSheet::TimelineSheet(
    const TimelineModel& model, const TimeWindow& window, const QString& subtitle, Timestamp made)
    : m_title(model.view() ? safeLine(model.view()->run.subject, 120) : QString())
    , m_subtitle(subtitle)
    , m_nowLabel(window.nowLabel())
    , m_made(made)
    , m_now(window.now())
    , m_asOf(window.asOf())
    , m_stale(window.isStale())
    , m_utc(window.isUtc())
    , m_font(QApplication::font())
    , m_palette(Theme::light())
    , m_geometry(window.geometry())
{
    m_font.setPixelSize(13); // points mean another size on every kind of paper
    m_geometry.width = barWidth;
    const auto add = [&](const QModelIndex& index, bool isLane) {
        Row row{.name = index.data().toString(),
            .word = index.siblingAtColumn(TimelineModel::StateColumn).data().toString(),
            .bars = {},
            .state = ShownState(index.data(TimelineModel::StateRole).toInt()),
            .isLane = isLane};
        for (const StepBar* bar : model.barsAt(index))
            row.bars += *bar;
        if (!isLane) {
            QList<ShownState> seen{row.state};
            for (const StepBar& bar : std::as_const(row.bars))
                for (const StepBar::Segment& segment : bar.segments)
                    seen += segment.state;
            for (const ShownState state : seen)
                if (!m_states.contains(state))
                    m_states += state;
        }
        m_rows += row;
    };
    for (int lane = 0; lane < model.rowCount(); ++lane) {
        const QModelIndex parent = model.index(lane, 0);
        add(parent, true);
        for (int step = 0; step < model.rowCount(parent); ++step)
            add(model.index(step, 0, parent), false);
    }
    std::sort(m_states.begin(), m_states.end());
    for (const ShownState state : std::as_const(m_states))
        m_legendWords += wordOf(state);
    const int perLine = int((nameWidth + wordWidth + barWidth) / legendItem);
    const double legendLines = double((m_states.size() + 1 + perLine) / perLine);
    m_size = {2 * margin + nameWidth + wordWidth + barWidth,
        2 * margin + m_headHeight + axisHeight + double(m_rows.size()) * m_rowHeight + 20 + legendLines * m_rowHeight};
}

void TimelineSheet::drawHeading(QPainter& painter) const
{
    QFont large = m_font;
    large.setPixelSize(20);
    large.setWeight(QFont::DemiBold);
    painter.setFont(large);
    painter.setPen(m_palette.color(QPalette::Text));
    const double wide = m_size.width() - 2 * margin;
    painter.drawText(QRectF(margin, margin, wide, 28), Qt::AlignLeft | Qt::AlignVCenter, elided(large, m_title, wide));
    painter.setFont(m_font);
    painter.setPen(m_palette.color(QPalette::PlaceholderText));
    QString line = m_subtitle;
    if (m_asOf)
        line += u"  ·  "_s + Sheet::tr("as of %1").arg(fullTimeText(*m_asOf, m_utc));
    line += u"  ·  "_s + Sheet::tr("made %1").arg(fullTimeText(m_made, m_utc));
    line += u"  ·  "_s + (m_utc ? Sheet::tr("times in UTC") : Sheet::tr("local times"));
    painter.drawText(
        QRectF(margin, margin + 28, wide, 22), Qt::AlignLeft | Qt::AlignVCenter, elided(m_font, line, wide));
}

void TimelineSheet::drawRow(QPainter& painter, const TimelinePainter& timeline, const Row& row, double top) const
{
    const QRectF cell(margin + nameWidth + wordWidth, top, barWidth, m_rowHeight);
    QFont font = m_font;
    if (row.isLane)
        font.setWeight(QFont::DemiBold);
    const double indent = row.isLane ? 4 : 20;
    painter.setPen(m_palette.color(QPalette::Mid));
    painter.drawLine(QPointF(margin, top), QPointF(margin + nameWidth + wordWidth + barWidth, top));
    painter.setFont(font);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(QRectF(margin + indent, top, nameWidth - indent, m_rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
        elided(font, row.name, nameWidth - indent - 8));
    const QRectF icon(margin + nameWidth, top + (m_rowHeight - 15) / 2, 15, 15);
    paintShape(
        painter, icon, styleOf(row.state).shape, colourOf(row.state, m_palette), m_palette.color(QPalette::Base));
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(QRectF(icon.right() + 6, top, wordWidth - 26, m_rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
        elided(m_font, row.word, wordWidth - 30));
    painter.save();
    painter.setClipRect(cell);
    timeline.ground(painter, cell);
    QList<const StepBar*> bars;
    for (const StepBar& bar : row.bars)
        bars += &bar;
    if (row.isLane)
        timeline.lane(painter, cell, bars);
    else
        for (const StepBar* bar : std::as_const(bars))
            timeline.step(painter, cell, *bar, m_palette.color(QPalette::Base));
    painter.restore();
}

void TimelineSheet::drawLegend(QPainter& painter, double top) const
{
    double x = margin, y = top;
    const auto next = [&] {
        x += legendItem;
        if (x + legendItem > m_size.width() - margin) {
            x = margin;
            y += m_rowHeight;
        }
    };
    const auto item = [&](const QString& text, Fill fill, const QColor& ink, std::optional<Shape> shape) {
        const QRectF bar(x, y + 5, 44, m_rowHeight - 11);
        paintBar(painter, bar, fill, ink, m_palette.color(QPalette::Base));
        double left = bar.right() + 8;
        if (shape) {
            paintShape(painter, {left, y + 5, 15, 15}, *shape, ink, m_palette.color(QPalette::Base));
            left += 21;
        }
        painter.setPen(m_palette.color(QPalette::Text));
        painter.setFont(m_font);
        painter.drawText(QRectF(left, y, legendItem - 76, m_rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
            elided(m_font, text, legendItem - 80));
        next();
    };
    for (const ShownState state : m_states)
        item(wordOf(state), styleOf(state).fill, colourOf(state, m_palette), styleOf(state).shape);
    item(Sheet::tr("Usual duration"), Fill::Ghost, colourOf(ShownState::Planned, m_palette), std::nullopt);
}

void TimelineSheet::draw(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), m_palette.color(QPalette::Base));
    drawHeading(painter);
    const TimelinePainter sheet{.geometry = m_geometry,
        .palette = m_palette,
        .font = m_font,
        .now = m_now,
        .stale = m_stale,
        .nowLabel = m_nowLabel,
        .asOf = m_asOf,
        .utc = m_utc,
        .phase = 0.5};
    double top = margin + m_headHeight;
    sheet.axis(painter, QRectF(margin + nameWidth + wordWidth, top, barWidth, axisHeight));
    top += axisHeight;
    for (const Row& row : m_rows) {
        drawRow(painter, sheet, row, top);
        top += m_rowHeight;
    }
    drawLegend(painter, top + 20);
}

QString timelineFileName(const QString& subject)
{
    QString name = subject;
    name.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    name.truncate(80);
    return Sheet::tr("timeline-%1").arg(name.isEmpty() ? u"run"_s : name);
}

QFuture<Result<void>> exportTimeline(const TimelineSheet& sheet, const QString& file, const QString& ending)
{
    QBuffer out;
    const QSize size = sheet.size().toSize();
    const QString title = Sheet::tr("Timeline of %1").arg(sheet.title());
    QPainter painter;
    bool drawn = out.open(QIODevice::WriteOnly);
    if (ending == u"svg") {
        QSvgGenerator svg;
        svg.setOutputDevice(&out);
        svg.setResolution(96);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(title);
        svg.setDescription(sheet.subtitle());
        drawn = painter.begin(&svg);
        if (drawn) {
            sheet.draw(painter);
            drawn = painter.end();
        }
    } else if (ending == u"pdf") {
        QPdfWriter pdf(&out);
        pdf.setTitle(title);
        pdf.setCreator(u"Slipway"_s);
        pdf.setResolution(96);
        pdf.setPageSize(QPageSize(sheet.size() * 72 / 96, QPageSize::Point, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        drawn = painter.begin(&pdf);
        if (drawn) {
            sheet.draw(painter);
            drawn = painter.end();
        }
    } else {
        QImage image(size * 2, QImage::Format_RGB32); // for sharp print
        image.setDevicePixelRatio(2);
        image.setText(u"Title"_s, title);
        image.setText(u"Description"_s, sheet.subtitle());
        drawn = painter.begin(&image);
        if (drawn) {
            sheet.draw(painter);
            painter.end();
            QImageWriter writer(&out, "png");
            drawn = writer.write(image);
        }
    }
    out.close();
    if (!drawn)
        return QtFuture::makeReadyFuture(Result<void>(Error{.code = errc::fileUnwritable,
            .args = {{"path", file.toStdString()}},
            .details = {{"text", "it could not be drawn"}}}));
    return writeFileApart(file, out.data());
}

} // namespace slipway::console
