// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QProcess>

namespace slipway::console {

//! Graphviz's dot at work, in a process of its own: nothing here waits for it. One question at a time; the next one ends
//! the one before, which is then not answered.
class DotProcess : public QObject {
    Q_OBJECT
public:
    enum class Failure {
        Missing, //!< there is no such program
        TookTooLong,
        Refused //!< it ended badly, or said more than any layout is long
    };
    static constexpr Millis longest{10'000};
    static constexpr qint64 largest = 4 * 1024 * 1024; //!< bytes of an answer

    //! `program`: a name to be found in PATH, or a file.
    DotProcess(Clock& clock, QString program, QObject* parent = nullptr);
    ~DotProcess() override;

    void ask(const QByteArray& graph);
    void stop();

Q_SIGNALS:
    void answered(const QByteArray& json);
    void failed(slipway::console::DotProcess::Failure failure);

private:
    void take();
    void fail(Failure failure);

    Clock& m_clock;
    QString m_program;
    QProcess* m_process = nullptr; //!< none: nothing is asked
    QByteArray m_answer;
    Timer m_limit;
};

} // namespace slipway::console
