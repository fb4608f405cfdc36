// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/command_runner.h"
#include "console/opener.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSettings;
class QTreeWidget;
class QTreeWidgetItem;

namespace slipway::console {

class ActFooter;
class FieldHint;
class ReadAge;

//! What a run made, in the order in which it would be taken back, each line to be ticked; below it what stays, and why.
//! At its opening the services are read: the lines say what would be done by what stands there now, beside what the journal
//! believes. Opening it changes nothing.
class UndoDialog : public QDialog {
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
    UndoDialog(Context context, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    //! Of a line: what becomes of it.
    enum class Fate { TakenBack, Proposed, Nothing, Impossible };
    void build();
    //! The run of this dialog as the window shows it; null: the window shows another, or is still reading.
    std::shared_ptr<const desk::RunView> shownView() const;
    void read();
    //! What the journal believes; the services are asked again only where that has changed.
    void takeBelief(qint64 sequence, const Result<QList<desk::PreviewStep>>& steps);
    void look();
    void takePlan(const Result<desk::UndoPlan>& plan);
    void fill();
    void fillMade(const desk::RunView& view);
    void fillStays(const desk::RunView& view);
    //! The columns of what the services show and of what the journal believes.
    void showNow(QTreeWidgetItem& item, const StepId& step) const;
    Fate fateOf(const desk::PreviewStep& step, const desk::RunView& view) const;
    void fitColumns();
    void openPageOf(const QTreeWidgetItem& item);
    void refresh();
    void confirm();
    QList<StepId> ticked() const;
    //! Lines that came later than the first ones and are not ticked: a person may not have seen them.
    int countUnseen() const;
    //! Lines of that fate; `tickedOnly`: of those that are ticked.
    int count(Fate fate, bool tickedOnly) const;

    Context m;
    RunId m_run;
    qint64 m_sequence = 0; //!< of the run that the lines are of; 0: none
    qint64 m_wanted = 0; //!< of the run that lines were asked for last; 0: none
    CommandId m_id;
    std::optional<desk::UndoPlan> m_plan; //!< none: not even the journal has answered
    std::optional<QSet<QString>> m_first; //!< the steps of the first list; none: it is not there yet
    QString m_believed; //!< of what the journal believes, to notice that it changed
    int m_asked = 0; //!< counts the looks; the answer to an earlier one is not shown
    bool m_sending = false;
    QLabel* m_headline;
    QLabel* m_about;
    QLabel* m_madeTitle; //!< counts what can be taken back
    ReadAge* m_age;
    FieldHint* m_contradiction; //!< what the services show otherwise, or why they could not be asked
    QTreeWidget* m_made;
    QLabel* m_staysTitle;
    QLabel* m_merged; //!< counts for what only a reverting pull request is proposed
    QTreeWidget* m_stays;
    QPushButton* m_all;
    ActFooter* m_footer;
};

} // namespace slipway::console
