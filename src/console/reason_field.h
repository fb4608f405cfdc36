// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;

namespace slipway::console {

//! A reason for the history, with those given lately to choose from, and a link that belongs to it (a ticket).
class ReasonField : public QWidget {
    Q_OBJECT
public:
    static constexpr int leastReason = 10;

    explicit ReasonField(QSettings& settings, QWidget* parent = nullptr);

    void setNeeded(bool needed);
    //! As it is kept: the reason, and the link behind it.
    QString text() const;
    //! What is missing yet, in a sentence; empty: it may be given as it is.
    QString missing() const;
    //! Keeps it among the recent ones.
    void remember();
    void focusReason();
    void setFieldsEnabled(bool enabled);

Q_SIGNALS:
    void changed();

private:
    QString reason() const;

    QSettings& m_settings;
    QLabel* m_title;
    QComboBox* m_reason;
    QLineEdit* m_link;
    bool m_needed = false;
};

} // namespace slipway::console
