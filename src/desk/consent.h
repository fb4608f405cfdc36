// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/workflow.h"

namespace slipway::desk {

//! What somebody lets happen who imports a workflow: where its runs go, what secrets they take there, and what they do.
struct Consent {
    //! Beside GitHub. Where inputs, steps or a setting without default say the host, the address as the file has it.
    //! With the port that the file says.
    QStringList hosts;
    struct Credential {
        QString name; //!< for people
        QStringList hosts; //!< that get it, with their ports
        QStringList origins; //!< the same as a credential is bound to them: "https://portal.example:8443"
    };
    QList<Credential> secrets; //!< that a run takes
    QList<Credential> credentials; //!< that are stored; `hosts`: where the file wants them, whatever they are bound to
    struct Effect {
        StepId step;
        QString title, words; //!< a sentence
        bool canBeTakenBack = false;
    };
    QList<Effect> effects; //!< in the order of the file; what only reads or waits is not among them
};

//! With the defaults of its settings, and its lets as far as those make them.
Consent consentOf(const Workflow& workflow);
//! The same as lines, for a terminal.
QStringList consentText(const Workflow& workflow);

} // namespace slipway::desk
