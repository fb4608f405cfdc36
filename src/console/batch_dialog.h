// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/batch_model.h"
#include "console/drafts.h"
#include "desk/desk.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace slipway::console {

class PreviewPane;

//! Many services at once, from a pasted list or a CSV file: each row is checked by itself, what it would do is shown when it
//! is chosen, and each good one becomes a run of its own. What was started is not started again, however often the button
//! is pressed. Nothing here waits.
class BatchDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        QSettings& kept; //!< where drafts are, and how differences are shown
        std::shared_ptr<const Workflow> workflow;
        Json settings, usual; //!< usual: what a row leaves out
        std::optional<QStringList> teams;
    };
    BatchDialog(Context context, QWidget* parent);

    static constexpr Millis typingPause{300}, choosingPause{150};
    //! Rows that one look is for: the first few, so that there is something to be seen at once; then many.
    static constexpr int firstLook = 20, eachLook = 80;
    static constexpr int atOnce = 4; //!< runs that are started at one time

    void setText(const QString& text);
    //! Nothing: not known. Where the list of them comes late, the rows are judged by it then.
    void setTeams(const std::optional<QStringList>& teams);
    void reject() override;

Q_SIGNALS:
    void created(const slipway::RunId& run);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void textChanged();
    void readRows();
    void check();
    void stopOrCheck();
    void startMore();
    void refresh();
    void showProgress();
    QString facts() const;
    QString createText() const;
    void chosen();
    void askPreview();
    void goToLine(const QModelIndex& row);
    void create();
    void openFile();
    void readFile(const QString& path);
    const BatchRow* chosenRow() const;
    bool isChecking() const;

    Context m;
    BatchModel m_model;
    Drafts m_drafts;
    bool m_looking = false; //!< a look is under way
    bool m_stopped = false; //!< a person, or trouble, ended the checking
    bool m_creating = false;
    int m_starting = 0, m_toStart = 0;
    int m_previewQuestion = 0;
    Json m_asked; //!< of the row whose preview is there, or under way
    QString m_fileProblem;
    QPlainTextEdit* m_text;
    QTreeView* m_table;
    PreviewPane* m_preview;
    QLabel* m_hint;
    QProgressBar* m_progress;
    QLabel* m_progressText;
    QPushButton* m_stop;
    QPushButton* m_open;
    QPushButton* m_close;
    QPushButton* m_create;
    Timer m_pause, m_choosing;
};

} // namespace slipway::console
