// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace slipway::console {

//! Loads the texts for the locale, and in any case the English plurals, which the sources write as "%n run(s)".
void installTranslation(QCoreApplication& application, const QLocale& locale);

} // namespace slipway::console
