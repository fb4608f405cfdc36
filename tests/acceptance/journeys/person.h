// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <functional>

class QAbstractButton;
class QAbstractItemView;
class QWidget;

namespace slipway::journeys {

//! What went wrong, in a sentence; ends the journey.
struct Stumble {
    QString why;
};

//! Waits for as long as a busy machine may need; then it is a stumble.
void waitFor(const QString& what, const std::function<bool()>& holds, int timeout = 60'000);

//! Somebody at the window: finds what she wants by the words that she reads, and acts with the mouse or with the keyboard
//! alone. With the mouse she clicks only what is to be seen and not covered; with the keyboard she gets to everything by
//! Tab and the arrow keys, and to menus by their letters.
class Person {
public:
    enum class Hands { Mouse, Keyboard };
    explicit Person(Hands hands)
        : m_hands(hands)
    { }
    bool usesMouse() const { return m_hands == Hands::Mouse; }

    // What she does. Each waits until it can be done.
    void presses(const QString& button);
    void decidesTo(const QString& choice); //!< one of several, of which one holds
    void choosesFromMenu(const QStringList& way); //!< {"View", "Colours", "Dark"}
    void types(const QString& text, const QString& field);
    void picks(const QString& entry, const QString& field);
    //! "tf-svc-infra › Wait for the merge" is a row below a row.
    void choosesRow(const QString& row, const QString& list);
    void choosesStep(const QString& step) { choosesRow(step, u"Timeline"_s); }
    void turnsTo(const QString& page); //!< of the inspector
    void closesTheDialog(); //!< the mouse by its button, the keyboard by Escape

    // What she sees. Each waits until it is so.
    void reads(const QString& text);
    void seesRun(const QString& service, const QString& state);
    void seesStep(const QString& step, const QString& state);
    void seesDialog(const QString& title);
    void seesNoDialog();
    bool readsNow(const QString& text) const;
    QStringList runsListed() const;

    // What she often does.
    void fillsTheForm(const QString& service);
    void creates(const QString& service);

    //! The dialog in front, or the window.
    static QWidget* front();

private:
    QAbstractButton* button(const QString& text, bool isChoice = false) const;
    QWidget* field(const QString& label) const;
    QAbstractItemView* list(const QString& name) const;

    void pushes(QWidget* target);
    void walksTo(QWidget* target);
    static void uncover(QWidget* target);

    Hands m_hands;
};

} // namespace slipway::journeys
