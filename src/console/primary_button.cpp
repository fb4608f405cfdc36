// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/primary_button.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>

#include <optional>

namespace slipway::console {

namespace {

class Accent : public QObject {
public:
    Accent(QPushButton* button, bool isFilled)
        : QObject(button)
        , m_button(button)
        , m_isFilled(isFilled)
    {
        button->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        QPalette palette; // the other roles go on following the application's
        const QPalette of = QApplication::palette();
        if (m_button->isEnabled() && !m_isFilled) {
            palette.setColor(QPalette::ButtonText, of.color(QPalette::Link));
        } else if (m_button->isEnabled()) {
            palette.setColor(QPalette::Button, of.color(QPalette::Link));
            palette.setColor(QPalette::ButtonText, of.color(QPalette::Base));
        }
        if (m_applied && palette == *m_applied && palette.resolveMask() == m_applied->resolveMask())
            return;
        m_applied = palette;
        m_button->setPalette(palette);
    }
    std::optional<QPalette> m_applied;
    QPushButton* m_button;
    bool m_isFilled;
};

} // namespace

void makePrimary(QPushButton* button) { new Accent(button, true); }

void makeLink(QPushButton* button) { new Accent(button, false); }

} // namespace slipway::console
