// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/setup_dialog.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_painter.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

SetUpDialog::SetUpDialog(QWidget* parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
    , m_summary(quietLabel())
{
    setObjectName(u"setUp"_s);
    setWindowTitle(tr("Set-up checklist"));
    m_column->setContentsMargins(18, 16, 18, 14);
    m_column->setSpacing(12);
    m_column->addWidget(headingLabel(tr("Set-up checklist")));
    m_column->addWidget(m_summary);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(1, 1);
    const QStringList titles{tr("Where your history is kept"), tr("Sign in to GitHub"), tr("Check access"),
        tr("Notifications"), tr("The first service")};
    for (qsizetype i = 0; i < titles.size(); ++i) {
        Row row{plainLabel(), plainLabel(titles[i]), quietLabel(), new QPushButton};
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        row.title->setFont(bold);
        row.text->setWordWrap(true);
        row.button->setObjectName(u"setUp%1"_s.arg(i));
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(row.title);
        words->addWidget(row.text);
        grid->addWidget(row.mark, int(i), 0, Qt::AlignTop);
        grid->addLayout(words, int(i), 1);
        grid->addWidget(row.button, int(i), 2, Qt::AlignTop);
        connect(row.button, &QPushButton::clicked, this, [this, i] { Q_EMIT wanted(Task(i)); });
        m_rows += row;
    }
    m_column->addLayout(grid);
    m_column->addStretch();
    m_column->addWidget(quietLabel(tr("You can close this and come back: Help, Set-up checklist.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(640, 420);
}

void SetUpDialog::set(Task task, bool done, const QString& text, const QString& button)
{
    Row& row = m_rows[int(task)];
    row.mark->setPixmap(stateIcon(done ? ShownState::Done : ShownState::Planned).pixmap(18, 18));
    row.mark->setAccessibleName(done ? tr("Done") : tr("To do"));
    row.title->setAccessibleName(
        tr("%1, %2", "title, done or to do").arg(row.title->text(), done ? tr("done") : tr("to do")));
    row.text->setText(text);
    row.button->setText(button);
    row.button->setAccessibleName(tr("%1: %2").arg(row.title->text(), button));
    row.button->setVisible(!button.isEmpty());
}

void SetUpDialog::show(const SetUpFacts& facts, const NoticeRules& rules)
{
    set(Task::Store, facts.storeOk, safeLine(facts.storePath), tr("Where it is…"));
    if (facts.sandbox)
        set(Task::SignIn, true, tr("The sandbox needs no account. Connect to GitHub when you want the real thing."),
            facts.hasConnector ? tr("Connect…") : QString());
    else if (facts.connected)
        set(Task::SignIn, true, safeLine(facts.account), facts.hasConnector ? tr("Change…") : QString());
    else
        set(Task::SignIn, false, tr("A token, a sign-in with a code, the token of gh, or a GitHub App."),
            facts.hasConnector ? tr("Connect…") : QString());
    const bool reachable = facts.connected || facts.sandbox;
    set(Task::Access, facts.accessChecked && reachable,
        facts.accessChecked ? tr("Looked at. Look again after rights have changed.")
                            : tr("What the account may do: write, auto-merge, workflows, teams."),
        reachable && facts.hasConnector ? tr("Check…") : QString());
    QStringList told;
    for (const auto& [on, word] : {std::pair(rules.needsYou, tr("needs you")), std::pair(rules.stuck, tr("stuck")),
             std::pair(rules.failed, tr("failed for good")), std::pair(rules.finished, tr("done")),
             std::pair(rules.finishedLong && !rules.finished, tr("done after over ten minutes"))})
        if (on)
            told += word;
    set(Task::Notifications, !told.isEmpty(),
        told.isEmpty() ? tr("Nothing is notified.") : tr("You are told of: %1.").arg(told.join(u", "_s)),
        tr("Choose…"));
    set(Task::FirstService, facts.hasRuns,
        facts.hasRuns ? tr("There are runs.") : tr("The form shows every change before anything is done."),
        tr("New service…"));
    int done = 0;
    for (const Row& row : std::as_const(m_rows))
        done += row.mark->accessibleName() == tr("Done") ? 1 : 0;
    m_summary->setText(
        done == m_rows.size() ? tr("Everything is set up.") : tr("%1 of %2 are done.").arg(done).arg(m_rows.size()));
    if (!isVisible())
        QDialog::show();
}

} // namespace slipway::console
