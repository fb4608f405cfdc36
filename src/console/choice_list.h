// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/step_choices.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QRadioButton;

namespace slipway::console {

//! Everything that a person may want of a step, one of which is chosen; what cannot be had says why.
class ChoiceList : public QWidget {
    Q_OBJECT
public:
    struct Facts {
        const Run& run;
        const StepId& step;
        StepChoice asked;
        std::optional<StepChoice> chosen; //!< nothing: the person chooses anew
        const ChoiceInput& input;
        const desk::Evidence* evidence; //!< may be null
        bool sending;
    };
    explicit ChoiceList(QWidget* parent = nullptr);

    void refresh(const Facts& facts);
    //! The steps from which may be tried again; the narrowest scope unless a person chose another.
    void offerOrigins(const Run& run, const StepId& step);
    StepId origin() const;
    QRadioButton* button(StepChoice choice) const { return m_rows[int(choice)].button; }

Q_SIGNALS:
    void chosen(slipway::console::StepChoice choice);

private:
    struct Row {
        QRadioButton* button = nullptr;
        QLabel* whyNot = nullptr;
    };

    QButtonGroup* m_group;
    QHash<int, Row> m_rows;
    QComboBox* m_from;
};

} // namespace slipway::console
