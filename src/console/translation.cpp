// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/translation.h"

#include "base/logging.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace slipway::console {

void installTranslation(QCoreApplication& application, const QLocale& locale)
{
    // The last one installed is asked first.
    auto* english = new QTranslator(&application);
    if (english->load(u":/translations/slipway_en.qm"_s))
        QCoreApplication::installTranslator(english);
    else
        qCWarning(logConsole) << "the English texts are missing from the program";
    for (const auto& [name, folder] : {std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
             std::pair(u"slipway"_s, u":/translations"_s)}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator; // not translated into this language
    }
}

} // namespace slipway::console
