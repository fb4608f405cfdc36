// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/status_line.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QFileInfo>

namespace slipway::console {

StatusLine::StatusLine(Clock& clock, const QString& version, QWidget* parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_account(plainLabel())
    , m_budget(plainLabel())
    , m_age(plainLabel())
    , m_counts(plainLabel())
    , m_store(plainLabel())
{
    setSizeGripEnabled(false);
    const auto add = [this](QLabel* label, const QString& name) {
        label->setAccessibleName(name);
        label->setContentsMargins(6, 1, 6, 1);
        addWidget(label);
    };
    add(m_account, tr("Account"));
    add(m_budget, tr("Calls left"));
    add(m_age, tr("Age of the data"));
    add(m_counts, tr("Runs"));
    add(m_store, tr("Store"));
    auto* label = quietLabel(version);
    label->setContentsMargins(6, 1, 10, 1);
    label->setAccessibleName(tr("Version"));
    addPermanentWidget(label);
    showCounts(0, 0, 0);
    tick();
}

void StatusLine::showStatus(const desk::EngineStatus& status)
{
    m_status = status;
    QString account = tr("Not connected");
    if (status.connected || !status.host.isEmpty())
        account = status.login.isEmpty() ? status.host : tr("%1 @ %2").arg(status.login, status.host);
    m_account->setText(safeLine(account, 80));
    m_budget->setVisible(status.budgetRemaining.has_value());
    if (status.budgetRemaining) {
        QString budget = tr("API %L1").arg(*status.budgetRemaining);
        if (status.budgetLimit)
            budget = tr("API %L1/%L2").arg(*status.budgetRemaining).arg(*status.budgetLimit);
        if (status.budgetResetsAt)
            budget += tr(", resets %1").arg(timeText(*status.budgetResetsAt, m_clock.now()));
        m_budget->setText(budget);
    }
    m_store->setText(status.readOnly ? tr("store read-only") : status.drives ? tr("store ok") : tr("store"));
    m_store->setToolTip(safeText(
        status.readOnly ? desk::describe(*status.readOnly).what + u'\n' + status.storePath : status.storePath));
    tick();
}

void StatusLine::showCounts(int running, int waiting, int needsYou)
{
    m_counts->setText(tr("%1 running, %2 waiting, %3 needs you").arg(running).arg(waiting).arg(needsYou));
}

void StatusLine::tick()
{
    const auto read = m_status.lastReadAt;
    m_age->setVisible(read.has_value());
    if (read)
        m_age->setText(tr("read %1 ago").arg(durationText(m_clock.now() - *read)));
    m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
}

} // namespace slipway::console
