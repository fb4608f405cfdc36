// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QSet>

namespace slipway::console {

//! What is searched for: plain words are looked for in the list at once; filters such as "state:stuck", and the search
//! through errors, logs and notes, are asked of the desk, a moment after the last key. Runs that change meanwhile are
//! asked for again.
class RunSearch : public QObject {
    Q_OBJECT
public:
    RunSearch(desk::Desk& desk, Clock& clock, QObject* parent = nullptr);

    void set(const QString& text, bool everything);
    const QString& text() const { return m_text; }
    bool everything() const { return m_everything; }

Q_SIGNALS:
    void words(const QString& words); //!< to be looked for in the list; may be empty
    void matches(const QSet<slipway::RunId>& runs); //!< what the desk found
    void refused(const slipway::Error& error); //!< the search cannot be understood, or not be made

private:
    bool isAsked() const;
    void ask();

    desk::Desk& m_desk;
    Clock& m_clock;
    QString m_text;
    bool m_everything = false;
    int m_question = 0; //!< the last one; answers to earlier ones are late
    Timer m_pause;
};

} // namespace slipway::console
