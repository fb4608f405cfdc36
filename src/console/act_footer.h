// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QWidget>

class QCheckBox;
class QKeyEvent;
class QPushButton;
class QSettings;

namespace slipway::console {

class ErrorPanel;
class FieldHint;
class ReasonField;

//! The foot of a dialog that does something to a run: the reason, what it was refused for, what is missing yet, and the
//! buttons. The one that acts carries the verb; Enter presses no red one.
class ActFooter : public QWidget {
    Q_OBJECT
public:
    struct State {
        QString verb; //!< empty: as it was
        QString lacking; //!< why it cannot be pressed yet; empty: it can
        QString against = {}; //!< what speaks against it all the same
        QString later = {}; //!< why it is not sent at once: then it is pressed only by who has agreed to that
        bool sending = false;
        bool red = false;
    };
    //! `extra` stands at the other end of the buttons.
    ActFooter(QSettings& settings, QPushButton* extra, QWidget* parent = nullptr);

    ReasonField& reason() { return *m_reason; }
    void showState(const State& state);
    void showRefusal(const Error& error);
    void hideRefusal();
    //! True where it may be pressed.
    bool isReady() const;
    //! Takes Enter, and only that: none of it reaches a button that has the keyboard by chance.
    bool takeKey(QKeyEvent& event);

Q_SIGNALS:
    void reasonChanged();
    void confirmed();
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void colourButton();
    void fitRefusal();

    State m_state;
    bool m_red = false;
    ReasonField* m_reason;
    QCheckBox* m_agree;
    ErrorPanel* m_refusal;
    FieldHint* m_hint;
    QPushButton* m_close;
    QPushButton* m_confirm;
};

//! The lines of an error are as many as the width makes them; a layout of some depth does not ask for it.
void fitToWidth(ErrorPanel& panel, int width);

} // namespace slipway::console
