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

//! What a run made, in the order in which it would be taken back, each line to be ticked; below it what stays, and why.
//! Opening it changes nothing.
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

private:
    void build();
    //! The run of this dialog as the window shows it; null: the window shows another, or is still reading.
    std::shared_ptr<const desk::RunView> shownView() const;
    void read();
    void take(const Result<QList<desk::PreviewStep>>& steps);
    void fillStays();
    void openPageOf(const QTreeWidgetItem& item);
    void refresh();
    void confirm();
    QList<StepId> ticked() const;
    int rowsThat(const std::function<bool(const QTreeWidgetItem&)>& are) const;

    Context m;
    RunId m_run;
    qint64 m_sequence = 0; //!< of the run that the lines are of
    CommandId m_id;
    bool m_known = false, m_sending = false;
    QLabel* m_headline;
    QLabel* m_about;
    QLabel* m_madeTitle; //!< counts what can be taken back
    QTreeWidget* m_made;
    QLabel* m_staysTitle;
    QLabel* m_merged; //!< counts for what only a reverting pull request is proposed
    QTreeWidget* m_stays;
    QPushButton* m_all;
    ActFooter* m_footer;
};

} // namespace slipway::console
