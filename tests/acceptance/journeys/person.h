// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eyes.h"
#include "hands.h"

namespace slipway::journeys {

//! Somebody at the window: finds what she wants by the words that she reads, and acts with the hands that she has.
class Person {
public:
    explicit Person(std::unique_ptr<Hands> hands)
        : m_hands(std::move(hands))
    { }

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
    // As it is at this moment.
    bool readsNow(const QString& text) const { return canBeRead(text); }
    bool canPress(const QString& button) const;
    QStringList runsListed() const;

    // What she often does.
    void fillsTheForm(const QString& service);
    void creates(const QString& service);

private:
    std::unique_ptr<Hands> m_hands;
};

} // namespace slipway::journeys
