// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"
#include "desk/desk.h"

class QLabel;
class QListWidget;
class QPushButton;
class QSettings;
class QStackedLayout;

namespace slipway::console {

class DiffView;

//! What the pull request of the chosen step changes, file by file, as it was made. Read from GitHub when the page is
//! first seen; nothing is read for a page that is not.
class DiffTab : public InspectorTab {
    Q_OBJECT
public:
    explicit DiffTab(desk::Desk& desk, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    //! How differences are shown.
    void keepIn(QSettings& settings);
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();
    void take(const Result<QList<desk::PreviewFile>>& files);
    void say(const QString& text, bool again);
    void showFile(int row);

    desk::Desk& m_desk;
    RunId m_run;
    StepId m_step; //!< whose pull request it is
    qint64 m_effects = 0; //!< writes of the run so far: another one may have changed the branch
    bool m_asked = false;
    QList<desk::PreviewFile> m_files;
    QListWidget* m_list;
    DiffView* m_diff;
    QLabel* m_nothing;
    QPushButton* m_again;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
