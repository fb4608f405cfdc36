// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"

namespace slipway::sandbox {

//! A whole page around `content`, which is HTML; `title` is text.
HttpAnswer htmlPage(int status, const QString& title, const QString& content);
//! Text made safe for HTML content and attribute values.
QString escaped(const QString& text);
QString link(const QString& url, const QString& text);
//! A unified diff with a line for each of its lines, coloured by their first character.
QString diffHtml(const QString& patch);
//! A word in a small coloured box: "success", "failure", "pending", "cancelled", "open", "merged", "closed".
QString badge(const QString& word);

} // namespace slipway::sandbox
