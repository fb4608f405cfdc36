// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ports.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace slipway::console {

class ErrorPanel;

//! The credentials that are kept for workflows: what each is for, never what it is; set, set anew, and removed.
class CredentialsPage : public QWidget {
    Q_OBJECT
public:
    explicit CredentialsPage(CredentialShelf& shelf, QWidget* parent = nullptr);

private:
    //! With what went wrong after its dialog was closed.
    void reload(const std::optional<Error>& trouble = {});
    void fill(const Result<QList<KeptCredential>>& kept);
    void showChosen();
    void set(const KeptCredential& known, bool isNamed);
    void askToRemove();
    void remove(const QString& name);
    //! Nothing: none is chosen.
    std::optional<KeptCredential> chosen() const;

    CredentialShelf& m_shelf;
    QList<KeptCredential> m_kept;
    QTreeWidget* m_list;
    QLabel* m_none;
    QLabel* m_where; //!< of the chosen one
    ErrorPanel* m_error;
    QPushButton *m_new, *m_change, *m_remove;
};

} // namespace slipway::console
