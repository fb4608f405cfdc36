// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>
#include <QPointer>

#include <optional>

namespace slipway::console {

class OutlineStyle;

//! Light and dark palettes over the Fusion style. The surfaces are those the state colours were computed for.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, HighContrastLight, HighContrastDark };
    static constexpr std::array all{
        Choice::System, Choice::Light, Choice::Dark, Choice::HighContrastLight, Choice::HighContrastDark};
    static QString titleOf(Choice choice);

    //! Takes the style and, for Choice::System, the palette that the desktop gave the program at its start.
    explicit Theme(QObject* parent = nullptr);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    //! The desktop's own look has changed, or came to be known: Choice::System follows it. What is empty is as it
    //! was when the first theme was made; of stillness, as it is.
    void setSystem(std::optional<bool> dark, std::optional<bool> highContrast, std::optional<bool> still);
    //! Nothing is to move that need not: the desktop, or its style, asks for no animations.
    static bool wantsStillness();

    static QPalette light();
    static QPalette dark();
    //! Black on white, or white on black: states are told by word, shape and pattern alone.
    static QPalette highContrast(bool dark);

Q_SIGNALS:
    void changed();

private:
    Choice m_choice = Choice::System;
    bool m_systemIsDark = false, m_systemIsHighContrast = false;
    QPointer<OutlineStyle> m_style;
};

} // namespace slipway::console
