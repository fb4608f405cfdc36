// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/connection_report.h"
#include "desk/values.h"

#include <QWidget>

class QLabel;
class QSettings;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace slipway::console {

class DiffView;
class ErrorPanel;

//! What creating would do: each pull request with its files and their differences to the present main.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(Clock& clock, QWidget* parent = nullptr);

    //! How differences are shown.
    void keepIn(QSettings& settings);
    void showNothing(const QString& why);
    void showReading();
    void showError(const Error& error);
    void showPreview(const desk::Preview& preview);
    //! How long such a run usually takes, in a sentence.
    void showExpected(const QString& text);
    //! What has to be allowed for it; shown with each preview.
    void setNeeds(const QList<desk::NeededRights>& needs) { m_needs = needs; }
    int pullRequests() const { return m_pullRequests; }

private:
    void showCurrent();
    QTreeWidgetItem* addStep(const desk::PreviewStep& step, int number);
    void addNeeds();
    void showNeeds();

    Clock& m_clock;
    desk::Preview m_preview;
    int m_pullRequests = 0;
    QLabel* m_title;
    QLabel* m_age;
    QLabel* m_expected;
    QList<desk::NeededRights> m_needs;
    QTreeWidget* m_steps;
    QLabel* m_place;
    QLabel* m_about;
    DiffView* m_diff;
    ErrorPanel* m_stepError;
    ErrorPanel* m_error;
    QLabel* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
