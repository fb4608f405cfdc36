// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inputs.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;
class QLabel;
class QPushButton;

namespace slipway::console {

class FieldHint;

//! Fields for the inputs of a workflow, with what is wrong said below each. What was typed is never rewritten.
class InputForm : public QWidget {
    Q_OBJECT
public:
    InputForm(std::shared_ptr<const Workflow> workflow, const Json& settings, QWidget* parent = nullptr);

    //! By input id; fields that are empty are left out.
    Json values() const;
    //! The same without secrets, for drafts.
    Json keepable() const;
    void setValues(const Json& values);

    //! The organisation's teams. Until they are known any text passes.
    void setTeams(const QStringList& teams);
    //! Why the teams could not be had.
    void setTeamsUnknown(const QString& why);
    const std::optional<QStringList>& teams() const { return m_teams; }

    //! Shown below the fields that have been touched; all of them after touchAll().
    void showProblems(const QList<InputProblem>& problems);
    void touchAll();
    void focusField(const QString& input);
    //! Puts a widget of the caller below the field.
    void addBelow(const QString& input, QWidget* widget);

Q_SIGNALS:
    void changed();

private:
    struct Field {
        InputDefinition definition;
        QWidget* editor = nullptr;
        FieldHint* hint = nullptr;
        QPushButton* offer = nullptr; //!< of texts: takes what would be right instead of what was typed
        QVBoxLayout* column = nullptr;
    };
    QWidget* makeEditor(const InputDefinition& input, const Json& settings);
    void edited(const QString& input);
    Json valueOf(const Field& field) const;
    Field* field(const QString& input);
    void showOffer(const Field& field, bool isWrong);

    std::shared_ptr<const Workflow> m_workflow;
    Json m_settings;
    QList<Field> m_fields;
    QSet<QString> m_touched;
    std::optional<QStringList> m_teams;
    QList<InputProblem> m_problems;
};

//! A problem in words: the workflow's own, else ours for the rule.
QString wordProblem(const InputProblem& problem, const InputDefinition& input);

} // namespace slipway::console
