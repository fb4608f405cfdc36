// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/read_age.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/wording.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace slipway::console {

ReadAge::ReadAge(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_age(quietLabel())
    , m_again(new QToolButton)
{
    m_age->setObjectName(u"evidenceAge"_s);
    m_again->setObjectName(u"readAgain"_s);
    m_again->setText(tr("Read again"));
    m_again->setIcon(icon(u"look"_s));
    m_again->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_again->setFocusPolicy(Qt::StrongFocus);
    m_again->setAccessibleName(tr("Read the evidence again"));
    connect(m_again, &QToolButton::clicked, this, &ReadAge::readAgain);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_age, 1);
    row->addWidget(m_again);
}

void ReadAge::showReading()
{
    m_at.reset();
    m_again->setEnabled(false);
    m_age->setText(tr("reading…"));
}

void ReadAge::showRead(Timestamp at)
{
    m_again->setEnabled(true);
    m_at = at;
    tick();
}

void ReadAge::showUnread()
{
    m_at.reset();
    m_again->setEnabled(true);
    m_age->setText(tr("could not be read"));
}

void ReadAge::showNothing(bool mayAsk)
{
    m_at.reset();
    m_again->setEnabled(mayAsk);
    m_age->clear();
}

void ReadAge::tick()
{
    if (!m_at)
        return;
    const Millis age = std::max(Millis(0), m_clock.now() - *m_at);
    m_age->setText(tr("read %1 ago").arg(durationText(age)));
    m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
}

} // namespace slipway::console
