// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inputs.h"

namespace slipway::console {

//! One line of a pasted list or of a CSV file.
struct ListedService {
    int line = 0; //!< in the text, from 1
    Json inputs = Json::object(); //!< by input id; what the line does not say is the form's
    QString problem; //!< what cannot be read of the line; empty: it was understood
};

//! Reads services from text: one a line, cells by tab, semicolon or comma, quoted as in RFC 4180. A first line of input
//! ids or titles names the columns; without one they are in the order of the form. `usual` holds the form's values for
//! what a line leaves out. Lines that are empty or begin with # are left out. At most `most` lines.
QList<ListedService> readServices(const QString& text, const Workflow& workflow, const Json& usual, int most = 500);

} // namespace slipway::console
