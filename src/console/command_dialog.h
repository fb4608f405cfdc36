// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/command.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace slipway::console {

//! What the Designer forms of the command dialogs have in common.
struct CommandForm {
    QLabel* headline;
    QLabel* effectsTitle;
    QListWidget* effects;
    QLabel* reasonTitle;
    QLineEdit* reason;
    QLabel* hint;
    QPushButton* confirm;
    QPushButton* close;
};

//! Asks before a command: lists its effects, takes a reason. Opening it changes nothing. Enter never confirms; the
//! button has to be pressed.
class CommandDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int leastReason = 10;

    explicit CommandDialog(QWidget* parent);

    void setUp(const CommandForm& form);
    void setHeadline(const QString& text);
    //! Numbered sentences. Until they are known the button is off.
    void setEffects(const QStringList& effects);
    //! In place of the effects: what is being waited for, or why they could not be had.
    void setEffectsPending(const QString& text);
    void setReasonNeeded(bool needed);
    //! Why the act is not possible any more; nothing: it is.
    void setRefusal(const std::optional<QString>& whyNot);
    QString reason() const;

Q_SIGNALS:
    void confirmed(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void colourConfirm();
    void refresh();

    CommandForm m_form{};
    std::optional<QString> m_refusal;
    bool m_reasonNeeded = false, m_effectsKnown = false;
};

} // namespace slipway::console
