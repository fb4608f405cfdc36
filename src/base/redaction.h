// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace slipway {

//! The text with everything that looks like a credential replaced by "(redacted)": GitHub's tokens and those of the API by their prefixes,
//! Authorization and Cookie header values, user information in URLs, and each value given to redactAlways().
QString redact(const QString& text);

//! Makes redact() replace this very value wherever it stands, for tokens without a known prefix. The value is not kept.
//! Thread-safe; values under eight characters are ignored, they would mutilate ordinary text.
void redactAlways(QStringView secret);

//! For a log: of an e-mail address the first letter and what stands behind the @, also where it is part of a URL.
QString withoutAddresses(const QString& text);

//! For a log: without line ends, and without what steers the terminal that shows it ("\\x1b").
QString onOneLine(const QString& text);

} // namespace slipway
