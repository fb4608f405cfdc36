// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inputs.h"

#include <QHash>

namespace slipway::console {

//! One line of a pasted list or of a CSV file.
struct ListedService {
    int line = 0; //!< in the text where it begins, from 1
    Json inputs = Json::object(); //!< by input id; what the line does not say is the form's
    QHash<QString, int> columns; //!< by input id, from 1: where the list has a value for it
    QString problem; //!< what cannot be read of the line, and what to do about it; empty: it was understood
    bool isService = true; //!< false: the heading, or the end of a list that is too long; it has a problem
};

//! Reads services from text: one a line, cells by tab, semicolon or comma, quoted as in RFC 4180 (a quoted cell may go over
//! several lines). A first line of input ids or titles names the columns; without one they are in the order of the form.
//! `usual` holds the form's values for what a line leaves out. Lines that are empty or begin with # are left out. At most
//! `most` services.
QList<ListedService> readServices(const QString& text, const Workflow& workflow, const Json& usual, int most = 500);

//! What is wrong with a line that was understood, by the rules of the form, and what to do about it, with the column where
//! it stands; empty: nothing. `teams` as in checkInputs().
QString problemOf(const ListedService& service, const Workflow& workflow, const Json& settings,
    const std::optional<QStringList>& teams);

//! The text of a file that somebody calls a list of services; an error in words where it is none: a spreadsheet's own file,
//! or letters in an unknown code.
struct ListFile {
    QString text, problem;
};
ListFile readListFile(const QByteArray& bytes);

} // namespace slipway::console
