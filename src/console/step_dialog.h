// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/command_runner.h"
#include "console/opener.h"
#include "console/step_choices.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSettings;

namespace slipway::console {

class ActFooter;
class ChoiceList;
class ClaimFields;
class ErrorPanel;
class RawAnswer;
class EvidenceView;
class FieldHint;
class StateBadge;

//! The one dialog for a step that does not go on: everything that a person may want of it, what the services show beside
//! what the journal believes, and what each choice would do. Opening it changes nothing; the button carries the verb;
//! Enter presses no red one. While it is open it follows the run.
class StepDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        Selection& selection;
        CommandRunner& commands;
        QSettings& settings;
        Opener opener;
    };
    //! `step` may be empty: only what concerns the whole run can be chosen then.
    StepDialog(Context context, const StepId& step, StepChoice asked, QWidget* parent);
    ~StepDialog() override;

Q_SIGNALS:
    void undoWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* buildAnswers();
    const Run* run() const;
    StepChoice chosen() const { return m_chosen; }
    ChoiceInput input() const;
    void choose(StepChoice choice);
    void runChanged();
    //! Leaves nothing chosen where what was chosen is not to be had any more, or has become another act by what happened:
    //! a button must not become another one under the pointer.
    void letGoOfWhatLapsed(bool stepMoved);
    void noteChosen();
    void readEvidence();
    void takeEvidence(const Result<desk::Evidence>& evidence);
    const desk::Evidence* evidence() const { return m_evidence ? &*m_evidence : nullptr; }
    void refresh();
    void refreshHead();
    void refreshChoices();
    void refreshEffects();
    void fitEffects();
    void refreshAnswers();
    void refreshButton();
    //! The step's name is typed: nothing proves the choice, or what was read speaks against it.
    bool needsWord() const;
    QString wordToType() const;
    QString later() const;
    QString missing() const;
    void confirm();
    void refused(const Error& error);
    void tellWhatMoved(qint64 since);
    void copyReport();

    Context m;
    RunId m_runId;
    StepId m_step;
    StepChoice m_asked, m_chosen;
    bool m_personChose = false, m_sending = false;
    bool m_settled = false; //!< the preset stands: evidence was read once, or the step has moved since
    QString m_lapsed; //!< why nothing is chosen any more; empty: m_chosen is
    QString m_verbSeen; //!< of what is chosen, by the run alone
    bool m_couldBe = false; //!< what is chosen was to be had when it was noted
    std::optional<desk::Evidence> m_evidence;
    bool m_reading = false;
    bool m_readAnew = false;
    QString m_moved; //!< what happened to the run since the effects were shown; told after a refusal
    std::optional<QString> m_stepSeen; //!< of the step's state, to notice that it moved
    qint64 m_shownSequence = 0;
    QHash<int, CommandId> m_ids; //!< by choice: pressed twice, in two windows too, it is one act

    QWidget* m_told = nullptr; //!< all above the reason and the buttons
    StateBadge* m_badge;
    QLabel* m_headline;
    QLabel* m_situation;
    ErrorPanel* m_error;
    RawAnswer* m_lastAnswer; //!< of a try before, where what is so now is no error
    FieldHint* m_contradiction;
    ChoiceList* m_choices;
    EvidenceView* m_evidenceView;
    QListWidget* m_effects;
    ClaimFields* m_claims;
    QWidget* m_wordBox;
    QLabel* m_wordTitle;
    QLineEdit* m_word;
    QPushButton* m_copy;
    ActFooter* m_footer;
};

} // namespace slipway::console
