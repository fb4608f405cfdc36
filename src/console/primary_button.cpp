// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/primary_button.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>

namespace slipway::console {

namespace {

class Accent : public QObject {
public:
    explicit Accent(QPushButton* button)
        : QObject(button)
        , m_button(button)
    {
        button->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::EnabledChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        QPalette palette = QApplication::palette();
        if (m_button->isEnabled()) {
            palette.setColor(QPalette::Button, palette.color(QPalette::Link));
            palette.setColor(QPalette::ButtonText, palette.color(QPalette::Base));
        }
        if (palette != m_button->palette())
            m_button->setPalette(palette);
    }
    QPushButton* m_button;
};

} // namespace

void makePrimary(QPushButton* button) { new Accent(button); }

} // namespace slipway::console
