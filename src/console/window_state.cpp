// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/window_state.h"

#include "base/logging.h"
#include "base/text.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>

namespace slipway::console {

namespace {
constexpr auto keptAs = "keptAs"; //!< property of a splitter: its key in the settings
constexpr int layoutVersion = 1; //!< another number: the kept layout does not fit and is left alone
constexpr Millis longestLogout{60'000};
} // namespace

WindowState::WindowState(QSettings& settings, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
{
    m_writer.setMaxThreadCount(1);
    // The desktop's session ends: what waits to be written is written, and the logout is not held up.
    if (qGuiApp)
        connect(
            qGuiApp, &QGuiApplication::commitDataRequest, this,
            [this] {
                flush();
                m_sessionEnds = m_clock.after(longestLogout, this, [this] { m_sessionEnds.cancel(); });
            },
            Qt::DirectConnection);
    if (m_settings.value(u"layout/version"_s, layoutVersion).toInt() != layoutVersion) {
        qCInfo(logConsole) << "the kept layout is of another version: starting with the default";
        m_settings.remove(u"layout"_s);
    }
    m_settings.setValue(u"layout/version"_s, layoutVersion);
}

void WindowState::keep(QMainWindow* window)
{
    m_window = window;
    if (!window->restoreGeometry(m_settings.value(u"layout/geometry"_s).toByteArray()))
        window->resize(1280, 820);
    const bool onScreen = std::any_of(QGuiApplication::screens().begin(), QGuiApplication::screens().end(),
        [&](const QScreen* screen) { return screen->availableGeometry().intersects(window->frameGeometry()); });
    if (!onScreen)
        window->move(0, 0);
    window->installEventFilter(this);
}

bool WindowState::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        later(u"layout/geometry"_s,
            [window = QPointer(m_window)] { return window ? QVariant(window->saveGeometry()) : QVariant(); });
    if (event->type() == QEvent::Close)
        flush();
    return QObject::eventFilter(watched, event);
}

void WindowState::keep(QSplitter* splitter, const QString& name)
{
    keepAs(*splitter, name);
    connect(splitter, &QSplitter::splitterMoved, this, [this, splitter = QPointer(splitter)] {
        later(splitter->property(keptAs).toString(),
            [splitter] { return splitter ? QVariant(splitter->saveState()) : QVariant(); });
    });
}

bool WindowState::keepAs(QSplitter& splitter, const QString& name)
{
    const QString key = u"layout/"_s + name;
    flush(); // what was moved before is kept under the name that it had then
    splitter.setProperty(keptAs, key);
    return splitter.restoreState(m_settings.value(key).toByteArray());
}

bool WindowState::inspectorBeside() const { return m_settings.value(u"layout/inspectorBeside"_s, false).toBool(); }

void WindowState::noteInspectorBeside(bool beside) { m_settings.setValue(u"layout/inspectorBeside"_s, beside); }

void WindowState::keep(QHeaderView* header, const QString& name)
{
    const QString key = u"layout/"_s + name;
    header->restoreState(m_settings.value(key).toByteArray());
    const auto save = [this, header = QPointer(header), key] {
        later(key, [header] { return header ? QVariant(header->saveState()) : QVariant(); });
    };
    connect(header, &QHeaderView::sectionResized, this, save);
    connect(header, &QHeaderView::sectionMoved, this, save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, save);
}

void WindowState::keep(QTabWidget* tabs, const QString& name)
{
    const QString key = u"layout/"_s + name;
    tabs->setCurrentIndex(std::clamp(m_settings.value(key, 0).toInt(), 0, std::max(0, tabs->count() - 1)));
    connect(
        tabs, &QTabWidget::currentChanged, this, [this, key](int tab) { later(key, [tab] { return QVariant(tab); }); });
}

RunId WindowState::selectedRun() const { return RunId(m_settings.value(u"layout/run"_s).toString()); }

void WindowState::noteSelectedRun(const RunId& run)
{
    later(u"layout/run"_s, [id = run.text()] { return QVariant(id); });
}

StepId WindowState::selectedStep() const { return StepId(m_settings.value(u"layout/step"_s).toString()); }

void WindowState::noteSelectedStep(const StepId& step)
{
    later(u"layout/step"_s, [id = step.text()] { return QVariant(id); });
}

WindowState::Sight WindowState::sight() const
{
    const QStringList kept = m_settings.value(u"layout/sight"_s).toStringList();
    if (kept.size() != 4)
        return {};
    Sight sight{.run = RunId(kept[0]), .span = {}, .scroll = kept[3].toInt()};
    if (const TimeSpan span{{kept[1].toLongLong()}, {kept[2].toLongLong()}}; span.from < span.to)
        sight.span = span;
    return sight;
}

void WindowState::noteSight(const Sight& sight)
{
    if (m_sight == sight)
        return; // a timeline grows each second
    m_sight = sight;
    later(u"layout/sight"_s, [sight] {
        const TimeSpan span = sight.span.value_or(TimeSpan{});
        return QVariant(QStringList{sight.run.text(), QString::number(span.from.ms), QString::number(span.to.ms),
            QString::number(sight.scroll)});
    });
}

std::optional<QString> WindowState::takeOpenForm(const QString& store)
{
    const QStringList kept = m_settings.value(u"layout/form"_s).toStringList();
    if (kept.value(1) != store)
        return std::nullopt; // a form of the sandbox is not for the real store, nor the other way about
    m_settings.setValue(u"layout/form"_s, QStringList{});
    m_settings.sync();
    return kept.isEmpty() ? std::nullopt : std::optional(kept.first());
}

void WindowState::noteOpenForm(const QString& store, const std::optional<QString>& workflow)
{
    // At once: what a person has closed may not come back, however soon the program ends.
    if (!m_sessionEnds.isPending())
        m_settings.setValue(u"layout/form"_s, workflow ? QStringList{*workflow, store} : QStringList{});
}

QString WindowState::searchText() const { return m_settings.value(u"layout/search"_s).toString(); }

bool WindowState::searchEverything() const { return m_settings.value(u"layout/searchEverything"_s, false).toBool(); }

void WindowState::noteSearch(const QString& text, bool everything)
{
    later(u"layout/search"_s, [text] { return QVariant(text); });
    later(u"layout/searchEverything"_s, [everything] { return QVariant(everything); });
}

QString WindowState::chosenSavedView() const { return m_settings.value(u"layout/savedView"_s).toString(); }

void WindowState::noteChosenSavedView(const QString& name)
{
    later(u"layout/savedView"_s, [name] { return QVariant(name); });
}

QStringList WindowState::hiddenPanes() const { return m_settings.value(u"layout/hidden"_s).toStringList(); }

void WindowState::noteHiddenPanes(const QStringList& panes)
{
    later(u"layout/hidden"_s, [panes] { return QVariant(panes); });
}

int WindowState::chosenView(int fallback) const { return m_settings.value(u"layout/chosenView"_s, fallback).toInt(); }

void WindowState::noteChosenView(int view)
{
    later(u"layout/chosenView"_s, [view] { return QVariant(view); });
}

int WindowState::theme() const { return m_settings.value(u"theme"_s, 0).toInt(); }

void WindowState::noteTheme(int theme) { m_settings.setValue(u"theme"_s, theme); }

void WindowState::later(const QString& key, std::function<QVariant()> value)
{
    m_dirty.insert(key, std::move(value));
    if (!m_timer.isPending())
        m_timer = m_clock.after(Millis(400), this, [this] { write(); });
}

void WindowState::write()
{
    m_timer.cancel();
    QVariantHash values;
    for (auto it = m_dirty.cbegin(); it != m_dirty.cend(); ++it)
        if (const QVariant value = it.value()(); value.isValid())
            values.insert(it.key(), value);
    m_dirty.clear();
    if (values.isEmpty())
        return;
    // All settings of one file are one for Qt, whichever thread changes them.
    m_writer.start([file = m_settings.fileName(), format = m_settings.format(), values] {
        QSettings settings(file, format);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            settings.setValue(it.key(), it.value());
    });
}

void WindowState::flush()
{
    write();
    m_writer.waitForDone();
}

} // namespace slipway::console
