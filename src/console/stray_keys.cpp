// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/stray_keys.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMessageBox>

namespace slipway::console {

namespace {

//! A key that writes something; Space presses what has the focus.
bool writes(const QKeyEvent& key)
{
    const bool alone = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return alone && !key.text().isEmpty() && key.text().at(0).isPrint() && key.key() != Qt::Key_Space;
}

class ListGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::FocusIn: {
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            m_isUsed = reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason
                || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason; // F6 leads from pane to pane
            break;
        }
        case QEvent::MouseButtonPress: m_isUsed = true; break;
        case QEvent::ShortcutOverride: // a letter may be a shortcut of the list
            if (!m_isUsed && writes(*static_cast<QKeyEvent*>(event))) {
                event->accept();
                return true;
            }
            break;
        case QEvent::KeyPress:
            if (!writes(*static_cast<QKeyEvent*>(event)))
                m_isUsed = true;
            else if (!m_isUsed)
                return true;
            break;
        default: break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isUsed = false;
};

class BoxGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        return (event->type() == QEvent::KeyPress && writes(*static_cast<QKeyEvent*>(event)))
            || QObject::eventFilter(watched, event);
    }
};

} // namespace

void ignoreStrayLetters(QAbstractItemView& view)
{
    auto* guard = new ListGuard(&view);
    view.installEventFilter(guard);
    view.viewport()->installEventFilter(guard); // clicks
}

void ignoreStrayLetters(QMessageBox& box) { box.installEventFilter(new BoxGuard(&box)); }

} // namespace slipway::console
