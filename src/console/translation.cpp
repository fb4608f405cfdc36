// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/translation.h"

#include "base/logging.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace slipway::console {

namespace {

struct LanguageWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::LanguageWords)
};

// tests/checks/translations.py holds this to the translators' comments in the files.
constexpr std::array unreviewed{"cy"};

QString spoken(const QLocale& locale)
{
    const QStringList wanted = locale.uiLanguages();
    for (const QString& name : wanted) {
        const QString code = name.section(u'-', 0, 0);
        if (languages().contains(code))
            return code;
    }
    return languages().constFirst();
}

void install(QCoreApplication& application, const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator; // Qt has no words of its own in this language
}

} // namespace

QStringList languages() { return {u"en"_s, u"cy"_s}; }

bool isReviewed(const QString& code)
{
    return std::ranges::none_of(unreviewed, [&](const char* other) { return code == QLatin1StringView(other); });
}

QString languageName(const QString& code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return isReviewed(code) ? name : LanguageWords::tr("%1 (not yet reviewed)").arg(name);
}

QLocale localeFor(const QString& code)
{
    const QLocale desktop = QLocale::system();
    const QLocale chosen(code);
    if (code.isEmpty() || desktop.language() == chosen.language())
        return desktop;
    return chosen;
}

void installTranslation(QCoreApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    // An earlier language would show where this one has no word of its own, as English has only its plurals.
    qDeleteAll(application.findChildren<QTranslator*>(QString(), Qt::FindDirectChildrenOnly));
    // The last one installed is asked first.
    const QString code = spoken(locale);
    install(application, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    auto* english = new QTranslator(&application);
    if (english->load(u":/translations/slipway_en.qm"_s))
        QCoreApplication::installTranslator(english);
    else
        qCWarning(logConsole) << "the English texts are missing from the program";
    if (code != "en"_L1)
        install(application, u"slipway_"_s + code, u":/translations"_s);
}

} // namespace slipway::console
