// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ports.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace slipway::console {

class ErrorPanel;

//! Asks for a credential that workflows name, and for the hosts that may get it. What is typed as the secret stands nowhere
//! but in its field, and there only as dots; once it is kept it is shown nowhere again.
class CredentialDialog : public QDialog {
    Q_OBJECT
public:
    //! What is known of it already; empty: a new one. With a name that cannot be changed, where `isNamed`.
    CredentialDialog(CredentialShelf& shelf, const KeptCredential& known, bool isNamed, QWidget* parent);

Q_SIGNALS:
    //! It goes on when the dialog is closed.
    void keeping(const QFuture<slipway::Result<void>>& ended);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void tellOfFormer();
    void build(const KeptCredential& known);
    void refresh();
    void makeRoom();
    void keep();
    QStringList hosts() const;

    CredentialShelf& m_shelf;
    const bool m_replaces; //!< one of that name was kept when the dialog opened
    bool m_keeping = false;
    QLineEdit *m_name, *m_hosts, *m_secret, *m_header, *m_prefix;
    QLabel* m_missing;
    ErrorPanel* m_error;
    QLabel* m_formerGone;
    QPushButton* m_keep;
};

} // namespace slipway::console
