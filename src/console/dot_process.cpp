// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dot_process.h"

#include "base/text.h"

#include <QProcessEnvironment>
#include <QStandardPaths>

namespace slipway::console {

namespace {

//! What a program needs to be found and started, and no more: a layout is the same everywhere.
QProcessEnvironment bareEnvironment()
{
    const auto all = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment bare;
    for (const QString& name : {u"PATH"_s, u"LD_LIBRARY_PATH"_s})
        if (all.contains(name))
            bare.insert(name, all.value(name));
    bare.insert(u"LC_ALL"_s, u"C"_s);
    return bare;
}

} // namespace

DotProcess::DotProcess(Clock& clock, QString program, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_program(std::move(program))
{ }

DotProcess::~DotProcess()
{
    stop();
    for (auto* process : findChildren<QProcess*>())
        process->waitForFinished(1'000); // killed already
}

void DotProcess::stop()
{
    m_limit.cancel();
    m_answer.clear();
    if (auto* process = std::exchange(m_process, nullptr)) {
        process->disconnect(this);
        // It may be the one whose signal is being answered.
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater();
            return;
        }
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
}

void DotProcess::ask(const QByteArray& graph)
{
    stop();
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(bareEnvironment());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &DotProcess::take);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Failure::Missing);
    });
    connect(m_process, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        take();
        if (!m_process)
            return;
        if (how != QProcess::NormalExit || status != 0)
            return fail(Failure::Refused);
        const QByteArray answer = m_answer;
        stop();
        Q_EMIT answered(answer);
    });
    m_limit = m_clock.after(longest, this, [this] { fail(Failure::TookTooLong); });
    const QString file = QStandardPaths::findExecutable(m_program);
    if (file.isEmpty()) {
        m_limit = m_clock.after({}, this, [this] { fail(Failure::Missing); });
        return;
    }
    m_process->start(file, {u"-Tjson0"_s});
    if (!m_process) // it could not be started, and said so already
        return;
    m_process->write(graph);
    m_process->closeWriteChannel();
}

void DotProcess::take()
{
    m_answer += m_process->readAllStandardOutput();
    if (m_answer.size() > largest)
        fail(Failure::Refused);
}

void DotProcess::fail(Failure failure)
{
    stop();
    Q_EMIT failed(failure);
}

} // namespace slipway::console
