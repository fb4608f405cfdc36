// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/evidence.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace slipway::console {

class ReadAge;

//! What the services show now beside what the journal believes, line by line, with its age. Reading it changes nothing.
class EvidenceView : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceView(Clock& clock, QWidget* parent = nullptr);

    void showReading();
    void showEvidence(const desk::Evidence& evidence);
    void showError(const Error& error);
    void showNothing(const QString& why);

Q_SIGNALS:
    void readAgain();
    void linkActivated(const QString& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void say(const QString& text);
    //! Without lines there is no table: its place is the text's.
    void showLines(bool any);
    void forget();

    QLabel* m_title;
    ReadAge* m_age;
    QTreeWidget* m_table;
    QLabel* m_text; //!< in place of the table, or below it
    std::optional<desk::Evidence> m_evidence;
};

} // namespace slipway::console
