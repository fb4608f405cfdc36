// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/theme.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/state_painter.h"
#include "console/state_style.h"

#include <QApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace slipway::console {

namespace {

struct Surfaces {
    QRgb window, base, alternate, text, quiet, button, mid, highlight, highlightedText, link;
    QRgb disabled; //!< what cannot be pressed at present: never the colour of what can
    QRgb disabledHighlight;
};

QPalette paletteOf(const Surfaces& s)
{
    QPalette p;
    p.setColor(QPalette::Window, s.window);
    p.setColor(QPalette::WindowText, s.text);
    p.setColor(QPalette::Base, s.base);
    p.setColor(QPalette::AlternateBase, s.alternate);
    p.setColor(QPalette::Text, s.text);
    p.setColor(QPalette::Button, s.button);
    p.setColor(QPalette::ButtonText, s.text);
    p.setColor(QPalette::BrightText, s.text);
    p.setColor(QPalette::ToolTipBase, s.base);
    p.setColor(QPalette::ToolTipText, s.text);
    p.setColor(QPalette::PlaceholderText, s.quiet);
    p.setColor(QPalette::Highlight, s.highlight);
    p.setColor(QPalette::HighlightedText, s.highlightedText);
    p.setColor(QPalette::Link, s.link);
    p.setColor(QPalette::LinkVisited, s.link);
    const QColor button(s.button);
    p.setColor(QPalette::Light, button.lighter(115));
    p.setColor(QPalette::Midlight, button.lighter(106));
    p.setColor(QPalette::Mid, s.mid);
    p.setColor(QPalette::Dark, QColor(s.mid).darker(120));
    p.setColor(QPalette::Shadow, QColor(s.mid).darker(160));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, s.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, s.disabledHighlight);
    return p;
}

//! Black text on a white sheet is usual; high contrast is where the window around it is as stark.
bool isWhollyHighContrast(const QPalette& desktop)
{
    QPalette around = desktop;
    around.setColor(QPalette::Text, desktop.color(QPalette::WindowText));
    around.setColor(QPalette::Base, desktop.color(QPalette::Window));
    return isHighContrast(desktop) && isHighContrast(around);
}

//! What the desktop gave the program, before any theme put its own palette in that place.
struct Start {
    bool isDark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5f;
    bool isHighContrast = isWhollyHighContrast(QApplication::palette());
};

const Start& atStart()
{
    static const Start start;
    return start;
}

} // namespace

//! Fusion derives outlines from the window's colour, where black has nothing darker: in high contrast they are drawn in ink.
//! In every theme the boxes to tick and the ring around what has the keyboard can be seen (3:1), which Fusion's cannot.
class OutlineStyle : public QProxyStyle {
public:
    OutlineStyle()
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    { }

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        if (element == PE_FrameFocusRect) {
            ring(painter, *option);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool high = isHighContrast(option->palette);
        const bool enabled = option->state.testFlag(State_Enabled);
        // Not by its tone alone: what is disabled has a broken outline.
        QPen ink(option->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
        if (!enabled)
            ink.setDashPattern({2, 4});
        const QPen mark = high ? ink : QPen(option->palette.color(QPalette::PlaceholderText));
        const QRectF inside = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        switch (element) {
        case PE_IndicatorCheckBox: outline(painter, mark, inside); return;
        case PE_IndicatorRadioButton: outline(painter, mark, inside, true); return;
        case PE_FrameLineEdit: // Fusion's is darker than a dark window, and so not seen
            if (enabled && option->state.testFlag(State_HasFocus))
                ring(painter, *option);
            else if (!high && isDark(option->palette))
                outline(painter, fieldPen(option->palette), inside);
            return;
        case PE_PanelButtonTool:
            if (high && !option->state.testFlag(State_AutoRaise))
                outline(painter, ink, inside);
            return;
        case PE_Frame:
            if (high || isDark(option->palette)) // a card's edge: Fusion's is darker than the window
                outline(painter, high ? ink : QPen(option->palette.color(QPalette::Mid)), inside);
            return;
        case PE_PanelButtonCommand:
        case PE_PanelLineEdit:
        case PE_FrameTabWidget:
        case PE_FrameGroupBox:
        case PE_FrameMenu:
            if (high)
                outline(painter, ink, inside);
            return;
        default: return;
        }
    }

    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (!isHighContrast(option->palette))
            return;
        const QRectF rect(option->rect);
        painter->save();
        painter->setPen(option->palette.color(QPalette::Text));
        if (element == CE_Splitter) { // the panes have no frames of their own
            if (option->state.testFlag(State_Horizontal))
                painter->drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()));
            else
                painter->drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        } else if (element == CE_TabBarTabShape && option->state.testFlag(State_Selected)) {
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(rect.adjusted(1, 1, -1, -1));
        } else if (element == CE_HeaderSection) {
            painter->drawLine(rect.bottomLeft() + QPointF(0, -0.5), rect.bottomRight() + QPointF(0, -0.5));
        }
        painter->restore();
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override
    {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option); bar && control == CC_ScrollBar)
            return scrollBar(painter, *bar, widget);
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (!box || !box->editable || !box->frame)
            return;
        if (box->state.testFlag(State_HasFocus) && box->state.testFlag(State_Enabled))
            return ring(painter, *box);
        if (!isDark(option->palette))
            return;
        const bool high = isHighContrast(option->palette);
        const QPen ink = high ? QPen(option->palette.color(QPalette::Text)) : fieldPen(option->palette);
        outline(painter, ink, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5)); // its arrow's side, too
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        constexpr int messageIcon = 32;
        return metric == PM_MessageBoxIconSize ? messageIcon : QProxyStyle::pixelMetric(metric, option, widget);
    }

    //! Messages speak in the window's own drawings.
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override
    {
        switch (which) {
        case SP_MessageBoxQuestion: return icon(u"question"_s);
        case SP_MessageBoxInformation: return icon(u"info"_s);
        case SP_MessageBoxWarning: return stateIcon(ShownState::Stuck);
        case SP_MessageBoxCritical: return stateIcon(ShownState::Failed);
        default: return QProxyStyle::standardIcon(which, option, widget);
        }
    }

    //! Fusion leaves three pixels beside the text of a button that is wider than its least width.
    QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const override
    {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        constexpr int beside = 10;
        return type == CT_PushButton ? size.expandedTo({contents.width() + 2 * beside, 0}) : size;
    }

    int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const override
    {
        if (still && (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate))
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, result);
    }

    bool still = false; //!< no animations

private:
    //! Flat: Fusion's shades took a fifth of the time of showing another run, and in high contrast are black on black.
    void scrollBar(QPainter* painter, const QStyleOptionSlider& bar, const QWidget* widget) const
    {
        const QPalette& palette = bar.palette;
        const auto place = [&](SubControl part) { return subControlRect(CC_ScrollBar, &bar, part, widget); };
        painter->fillRect(bar.rect, palette.color(QPalette::Window));
        const bool enabled = bar.state.testFlag(State_Enabled) && bar.minimum < bar.maximum;
        const bool held = bar.activeSubControls.testFlag(SC_ScrollBarSlider) && bar.state.testFlag(State_Sunken);
        if (enabled)
            painter->fillRect(place(SC_ScrollBarSlider).adjusted(3, 3, -3, -3),
                palette.color(held || isHighContrast(palette) ? QPalette::Text : QPalette::PlaceholderText));
        const bool lies = bar.orientation == Qt::Horizontal, fromRight = bar.direction == Qt::RightToLeft;
        const auto arrow = [&](SubControl part, PrimitiveElement element) {
            QStyleOption sign = bar;
            sign.rect = place(part).adjusted(3, 3, -3, -3);
            sign.state.setFlag(State_Enabled, enabled);
            QProxyStyle::drawPrimitive(element, &sign, painter, widget);
        };
        const auto left = PE_IndicatorArrowLeft, right = PE_IndicatorArrowRight;
        arrow(SC_ScrollBarSubLine, !lies ? PE_IndicatorArrowUp : fromRight ? right : left);
        arrow(SC_ScrollBarAddLine, !lies ? PE_IndicatorArrowDown : fromRight ? left : right);
    }
    //! Around what has the keyboard.
    static void ring(QPainter* painter, const QStyleOption& option)
    {
        outline(painter, QPen(option.palette.color(QPalette::Link), 2), QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    static bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightnessF() < 0.5f; }
    //! Told from the window and from the field by 3:1.
    static QPen fieldPen(const QPalette& palette) { return palette.color(QPalette::PlaceholderText).darker(125); }
    static void outline(QPainter* painter, const QPen& pen, const QRectF& rect, bool round = false)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, round);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        if (round)
            painter->drawEllipse(rect);
        else
            painter->drawRect(rect);
        painter->restore();
    }
};

QPalette Theme::light()
{
    return paletteOf({.window = 0xf6f7f9,
        .base = 0xffffff,
        .alternate = 0xffffff,
        .text = 0x1f2328,
        .quiet = 0x68717d,
        .button = 0xf0f2f5,
        .mid = 0xcfd5dc,
        .highlight = 0xd4e4fa,
        .highlightedText = 0x10151b,
        .link = 0x0757ba,
        .disabled = 0x68717d,
        .disabledHighlight = 0xeaedf1});
}

QPalette Theme::dark()
{
    return paletteOf({.window = 0x282c30,
        .base = 0x1b1e20,
        .alternate = 0x282c30,
        .text = 0xe6e9ec,
        .quiet = 0x9aa3ad,
        .button = 0x33383d,
        .mid = 0x454b52,
        .highlight = 0x23415f,
        .highlightedText = 0xffffff,
        .link = 0x7ab5ff,
        .disabled = 0x9aa3ad,
        .disabledHighlight = 0x33383d});
}

QPalette Theme::highContrast(bool dark)
{
    const QRgb paper = dark ? 0x000000 : 0xffffff, ink = dark ? 0xffffff : 0x000000;
    return paletteOf({.window = paper,
        .base = paper,
        .alternate = paper,
        .text = ink,
        .quiet = ink,
        .button = paper,
        .mid = ink,
        // Not ink on paper turned round: icons and bars of a chosen row are drawn in ink as well.
        .highlight = dark ? QRgb(0x00429d) : QRgb(0xbfe0ff),
        .highlightedText = ink,
        .link = ink,
        .disabled = dark ? QRgb(0x9a9a9a) : QRgb(0x5f5f5f),
        .disabledHighlight = paper});
}

QString Theme::titleOf(Choice choice)
{
    switch (choice) {
    case Choice::System: return tr("As the desktop");
    case Choice::Light: return tr("Light");
    case Choice::Dark: return tr("Dark");
    case Choice::HighContrastLight: return tr("High contrast, black on white");
    case Choice::HighContrastDark: return tr("High contrast, white on black");
    }
    return {};
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_systemIsDark(atStart().isDark)
    , m_systemIsHighContrast(atStart().isHighContrast)
{
    m_style = new OutlineStyle;
    QApplication::setStyle(m_style);
    choose(Choice::System);
}

bool Theme::wantsStillness() { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0; }

void Theme::setSystem(std::optional<bool> dark, std::optional<bool> highContrast, std::optional<bool> still)
{
    m_systemIsDark = dark.value_or(atStart().isDark);
    m_systemIsHighContrast = highContrast.value_or(atStart().isHighContrast);
    if (m_style)
        m_style->still = still.value_or(m_style->still);
    choose(m_choice);
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    const bool dark =
        choice == Choice::Dark || choice == Choice::HighContrastDark || (choice == Choice::System && m_systemIsDark);
    const bool high = choice == Choice::HighContrastLight || choice == Choice::HighContrastDark
        || (choice == Choice::System && m_systemIsHighContrast);
    const QPalette palette = high ? highContrast(dark) : dark ? Theme::dark() : light();
    QPixmapCache::clear(); // icons are drawn in the palette's colours
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

} // namespace slipway::console
