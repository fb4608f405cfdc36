// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/notes_tab.h"

#include "base/text.h"
#include "console/command_runner.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace slipway::console {

NotesTab::NotesTab(Clock& clock, CommandRunner& commands, QWidget* parent)
    : InspectorTab(parent)
    , m_clock(clock)
    , m_commands(commands)
    , m_list(new QListWidget)
    , m_text(new QLineEdit)
    , m_add(new QPushButton(tr("Add note")))
    , m_none(quietLabel(tr("Nobody has left a note yet.")))
{
    m_list->setAccessibleName(tr("Notes"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("New note"));
    m_text->setPlaceholderText(tr("Write a note for whoever looks at this run next"));
    m_text->setMaxLength(2'000);
    m_none->setAlignment(Qt::AlignCenter);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 8);
    line->addWidget(m_text, 1);
    line->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    column->addLayout(line);

    connect(m_text, &QLineEdit::returnPressed, this, &NotesTab::add);
    connect(m_add, &QPushButton::clicked, this, &NotesTab::add);
    connect(m_text, &QLineEdit::textChanged, this, &NotesTab::keepTyped);
    clear();
}

void NotesTab::keepTyped(const QString& text)
{
    if (!m_run.isEmpty()) {
        QList<Unsent>& unsent = m_unsent[m_run];
        if (text.trimmed().isEmpty()) {
            if (!unsent.isEmpty())
                unsent.removeFirst();
            if (!unsent.isEmpty()) {
                m_text->setText(unsent.first().text); // one that was refused while this one was written
                return;
            }
            m_unsent.remove(m_run);
        } else if (unsent.isEmpty()) {
            unsent += {text, m_step};
        } else {
            unsent.first().text = text;
        }
    }
    refresh();
}

void NotesTab::add()
{
    if (!m_add->isEnabled())
        return;
    const RunId run = m_run;
    const Unsent note = m_unsent.value(run).first();
    m_text->clear();
    m_commands.submit(run, AddNote{note.text.trimmed(), note.step}, newCommandId(), std::nullopt, this,
        [this, run, note](const Result<desk::Receipt>& receipt) {
            if (receipt)
                return;
            putBack(run, note);
            Q_EMIT m_commands.refused(receipt.error()); // told where the refusal of any other act is
        });
}

void NotesTab::putBack(const RunId& run, const Unsent& note)
{
    m_unsent[run] += note;
    if (run == m_run && m_unsent[run].size() == 1)
        m_text->setText(note.text);
}

void NotesTab::refresh() { m_add->setEnabled(m_text->isEnabled() && m_unsent.contains(m_run)); }

QString NotesTab::title(const desk::RunView* view, const StepRun*) const
{
    return view && !view->run.notes.isEmpty() ? tr("Notes %1").arg(view->run.notes.size()) : tr("Notes");
}

void NotesTab::clear()
{
    m_run = RunId();
    m_count = 0;
    m_list->clear();
    showNone();
    m_text->clear();
    m_text->setEnabled(false);
    refresh();
}

void NotesTab::showRun(const desk::RunView& view, const StepRun* step)
{
    if (view.run.id != m_run) {
        clear();
        m_run = view.run.id;
        if (const auto unsent = m_unsent.constFind(m_run); unsent != m_unsent.cend())
            m_text->setText(unsent->first().text);
    }
    m_step = step ? step->id : StepId();
    m_text->setEnabled(!view.asOf); // of the past nothing can be changed
    refresh();
    if (m_count > view.run.notes.size()) { // an earlier moment, with fewer of them
        m_list->clear();
        m_count = 0;
    }
    for (; m_count < view.run.notes.size(); ++m_count) {
        const Note& note = view.run.notes[m_count];
        m_list->addItem(tr("%1, %2: %3", "time, person, note")
                            .arg(timeText(note.at, m_clock.now()), safeLine(note.actor, 60), safeText(note.text)));
    }
    showNone();
}

void NotesTab::showNone()
{
    m_list->setVisible(m_count > 0);
    m_none->setVisible(m_count == 0);
}

void NotesTab::startWriting() { m_text->setFocus(Qt::ShortcutFocusReason); }

} // namespace slipway::console
