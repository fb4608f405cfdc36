// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/step_choices.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace slipway::console {

//! Lines for what a step gives, where a person can name it: a number, a commit, what an answer told. What is secret stands
//! nowhere but in its line, and there only as dots.
class ClaimFields : public QWidget {
    Q_OBJECT
public:
    explicit ClaimFields(QWidget* parent = nullptr);

    void offer(const QList<Claim>& claims);
    //! Says in each empty line what comes of leaving it empty.
    void setProven(bool proven);
    //! Of the lines that are filled in; as later steps want them: a number as a number.
    Json values() const;
    //! What is typed in lines of dots, by name.
    QHash<QString, Secret> secrets() const;

Q_SIGNALS:
    void changed();

private:
    struct Field {
        Claim claim;
        QWidget* title;
        QLineEdit* edit;
    };

    QFormLayout* m_form;
    QList<Field> m_fields;
};

} // namespace slipway::console
