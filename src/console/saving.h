// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace slipway::console {

//! A form in which something can be saved.
struct SaveForm {
    QString ending; //!< without its dot, lower case
    QString title; //!< as the dialog names it
};

//! Asks where to save, in one of the forms. The file's ending decides which; a name without any gets that of the form
//! that is chosen in the dialog, and one with an ending that is not known is kept and written in that form. `name` comes
//! without an ending. Does not wait; nothing is called when it is cancelled. `objectName` is the dialog's.
void askWhereToSave(QWidget* parent, const QString& objectName, const QString& title, const QString& name,
    const QList<SaveForm>& forms, std::function<void(const QString& file, const QString& ending)> save);

} // namespace slipway::console
