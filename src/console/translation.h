// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace slipway::console {

//! The languages that the program has texts in, as codes: "en" first.
QStringList languages();
//! Its own name for itself; of a translation that no speaker has read yet, with a word that says so.
QString languageName(const QString& code);
bool isReviewed(const QString& code);

//! What is spoken, and how dates and numbers are written, when a person has chosen the language `code`: the desktop's
//! own manner where that is of the same language. Empty: the desktop's.
QLocale localeFor(const QString& code);

//! Loads the texts for the locale, and in any case the English plurals, which the sources write as "%n run(s)"; makes it
//! the manner of dates and numbers. Qt's own words are taken in the language that the program's are in, so that a window
//! never speaks two.
void installTranslation(QCoreApplication& application, const QLocale& locale);

} // namespace slipway::console
