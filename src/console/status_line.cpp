// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/status_line.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace slipway::console {

StatusLine::StatusLine(Clock& clock, const QString& version, QWidget* parent)
    : QStatusBar(parent)
    , m_clock(clock)
{
    setMinimumWidth(320); // where a window has no room for all parts they give way, and not the screen
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status"));
    // Within one widget: a message hides that, and a part that is shown meanwhile would be painted over the message.
    auto* parts = new QWidget;
    auto* row = new QHBoxLayout(parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(add(Part::Account, tr("Account"), tr("Who you are and what is allowed")));
    row->addWidget(add(Part::Budget, tr("Calls left"), tr("GitHub's budget for this account")));
    row->addWidget(add(Part::Age, tr("Age of the data"), tr("Read the store again")));
    row->addWidget(add(Part::Counts, tr("Runs"), tr("Show those that need you")));
    row->addWidget(add(Part::Job, tr("Under way"), tr("What goes on in the background")));
    row->addWidget(add(Part::Store, tr("Store"), tr("Where the history is kept")));
    addWidget(parts);
    addPermanentWidget(add(Part::Version, tr("Version"), tr("About Slipway")));
    set(Part::Version, version);
    showCounts(0, 0, 0);
    showJob({}, {});
    tick();
}

QToolButton* StatusLine::add(Part part, const QString& name, const QString& does)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(24);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setObjectName(u"status%1"_s.arg(int(part)));
    button->setToolTip(does);
    button->setAccessibleDescription(does);
    connect(button, &QToolButton::clicked, this, [this, part] { Q_EMIT partClicked(part); });
    m_parts.insert(int(part), button);
    m_names.insert(int(part), name);
    return button;
}

void StatusLine::set(Part part, const QString& text) { set(part, text, text); }

void StatusLine::set(Part part, const QString& text, const QString& said)
{
    QToolButton* button = m_parts[int(part)];
    const QString shown = safeLine(text, 100);
    if (button->text() != shown)
        button->setText(shown);
    nameAnew(*button, tr("%1: %2", "part of the status bar").arg(m_names[int(part)], safeLine(said, 100)));
}

void StatusLine::showStatus(const desk::EngineStatus& status)
{
    m_status = status;
    QString account = tr("Not connected");
    if (status.connected || !status.host.isEmpty())
        account = status.login.isEmpty() ? status.host : tr("%1 @ %2").arg(status.login, status.host);
    set(Part::Account, account);
    showStoreSize(m_storeBytes);
    m_parts[int(Part::Store)]->setToolTip(safeText(
        status.readOnly ? desk::describe(*status.readOnly).what + u'\n' + status.storePath : status.storePath));
    tick();
}

void StatusLine::refreshBudget()
{
    m_parts[int(Part::Budget)]->setVisible(m_status.budgetRemaining.has_value());
    if (!m_status.budgetRemaining)
        return;
    QString budget = tr("API %L1").arg(*m_status.budgetRemaining);
    if (m_status.budgetLimit)
        budget = tr("API %L1/%L2").arg(*m_status.budgetRemaining).arg(*m_status.budgetLimit);
    // Once that moment has passed the figure is of an hour that is over; the next call's answer brings a new one.
    if (m_status.budgetResetsAt && *m_status.budgetResetsAt > m_clock.now())
        budget = tr("%1, resets %2", "calls left, time").arg(budget, timeText(*m_status.budgetResetsAt, m_clock.now()));
    set(Part::Budget, budget);
}

void StatusLine::showStoreSize(qint64 bytes)
{
    m_storeBytes = bytes;
    QString store = m_status.readOnly ? tr("store read-only")
        : m_status.drives             ? tr("store ok")
        : m_status.owner              ? tr("store of another Slipway")
                                      : tr("store");
    if (bytes > 0)
        store += u' ' + QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
    set(Part::Store, store);
}

void StatusLine::showCounts(int running, int waiting, int needsYou)
{
    m_counts = {.running = running, .waiting = waiting, .needsYou = needsYou};
    set(Part::Counts, tr("%1 running, %2 waiting, %3 needs you").arg(running).arg(waiting).arg(needsYou));
}

void StatusLine::showJob(const QString& job, const QString& title)
{
    m_parts[int(Part::Job)]->setVisible(!job.isEmpty());
    set(Part::Job, job, title); // a name that changes with each figure would be read out with each
}

void StatusLine::tick()
{
    refreshBudget();
    const auto read = m_status.connected ? m_status.lastReadAt : std::nullopt;
    m_parts[int(Part::Age)]->setVisible(read.has_value());
    if (read) {
        QToolButton* button = m_parts[int(Part::Age)];
        const QString age = durationText(m_clock.now() - *read);
        button->setText(m_status.watchesEvery
                ? tr("read %1 ago, looks every %2", "duration, duration")
                      .arg(age, durationText(std::max(*m_status.watchesEvery, Millis(1'000))))
                : tr("read %1 ago").arg(age));
        // A name that changes each second would be read out each second.
        const QString name = tr("%1: %2", "part of the status bar")
                                 .arg(m_names[int(Part::Age)], tr("read at %1").arg(timeText(*read, m_clock.now())));
        nameAnew(*button, name);
    }
    m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
}

} // namespace slipway::console
