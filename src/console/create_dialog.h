// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/drafts.h"
#include "console/opener.h"
#include "desk/desk.h"
#include "workflow/inputs.h"

#include <QDialog>

class QToolButton;

namespace Ui {
class CreateServiceForm;
}

namespace slipway::console {

class AvailabilityLine;
class BatchDialog;
class ErrorPanel;
class InputForm;
class PreviewPane;

//! The form for a new service: what was typed is checked as it is typed, the name is looked up, the changes are shown
//! before anything is done. Nothing here waits; answers to questions that are no longer asked are dropped.
class CreateDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        desk::Desk& desk;
        Clock& clock;
        QSettings& settings;
        Opener opener;
        //! The form begins with these instead of with its draft; none: with the draft.
        QString workflow = {};
        Json inputs = {};
    };
    CreateDialog(Context context, QWidget* parent = nullptr);
    ~CreateDialog() override;

    static constexpr Millis typingPause{300};

    //! Opens the dialog for many services over this one; its rows take from here what they leave out.
    BatchDialog* openBatch();

Q_SIGNALS:
    void created(const slipway::RunId& run);
    void runWanted(const slipway::RunId& run);

private:
    struct Missing {
        QString text;
        QString input; //!< empty: not a field
    };

    void chooseWorkflow(int place);
    void askTeams();
    void formChanged();
    void askSoon();
    void ask();
    void takeAvailability(const Result<desk::Availability>& answer);
    bool nameIsComplete() const;
    QList<Missing> missing() const;
    void refreshMissing();
    void focusPreview();
    void savePreview();
    void create();
    void submit();
    //! What is typed into them while the request is on its way would be in no draft and in no run.
    void letFieldsBeFilled(bool may);
    void showError(const Error& error);

    Context m;
    std::unique_ptr<Ui::CreateServiceForm> m_form;
    Drafts m_drafts;
    std::shared_ptr<const Workflow> m_workflow;
    Json m_settings = Json::object();
    InputForm* m_inputs = nullptr;
    Json m_kept; //!< of the form, in its draft
    AvailabilityLine* m_availability = nullptr;
    PreviewPane* m_preview;
    ErrorPanel* m_error;
    QList<InputProblem> m_problems;
    QList<Missing> m_missing; //!< as it is shown, each by one of the links
    QList<QToolButton*> m_links;
    std::optional<Result<desk::Availability>> m_answer; //!< none: not asked, or not answered yet
    std::optional<Result<desk::Preview>> m_previewed;
    Json m_askedName; //!< the inputs that the answer is about
    int m_question = 0, m_previewQuestion = 0, m_teamsQuestion = 0;
    bool m_creating = false;
    Timer m_pause;
};

} // namespace slipway::console
