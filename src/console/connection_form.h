// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ports.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace slipway::console {

//! What was typed, as an address: "github.com" means https://github.com.
QString addressOf(const QString& typed);

//! Host, the way to a token, and what that way needs. Shows only the fields of the chosen way.
class ConnectionForm : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget* parent = nullptr);

    ConnectionChoice choice() const;
    void setHost(const QString& host);
    //! Why it cannot be tried yet; empty: it can.
    QString whatIsMissing() const;
    //! The token is kept elsewhere now, or thrown away.
    void forgetToken();

Q_SIGNALS:
    void changed();
    void entered(); //!< Return in a field

private:
    QLineEdit* addField(const QString& label, const QString& name, const QString& hint = {});
    void addFile(QLineEdit* field, const QString& title);
    void showWay();

    QFormLayout* m_fields;
    QLineEdit *m_host, *m_token, *m_clientId, *m_app, *m_appKeyFile, *m_appOrganisation, *m_caFile, *m_proxy;
    QComboBox* m_way;
    QLabel* m_explanation;
    QCheckBox* m_more;
};

} // namespace slipway::console
