// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"
#include "app/window_program.h"
#include "base/text.h"
#include "console/screen_fit.h"
#include "console/translation.h"
#include "desk/error_text.h"
#include "desk/run_link.h"
#include "terminal/interrupts.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {
struct ProgramWords {
    Q_DECLARE_TR_FUNCTIONS(main)
};

//! Who asks for help over a line without a display is to get it, and not Qt's complaint that there is none.
bool asksForWordsOnly(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return qstrcmp(argument, "--help") == 0 || qstrcmp(argument, "-h") == 0 || qstrcmp(argument, "--version") == 0
            || qstrcmp(argument, "-v") == 0;
    });
}
} // namespace

int main(int argc, char** argv)
{
    slipway::app::hardenProcess(slipway::app::Attaching::ByItsUser);
#ifdef __GLIBC__
    mallopt(
        M_ARENA_MAX, 2); // its threads wait more than they allocate, and each heap of its own keeps what it once took
#endif
    if (asksForWordsOnly(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationName(u"slipway"_s);
    QApplication::setApplicationDisplayName(u"Slipway"_s);
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QApplication::setDesktopFileName(u"org.slipway.Slipway"_s);

    slipway::console::ScreenFit::install(application);
    // Chosen in the settings; else the desktop's.
    const QString language = QSettings().value(u"language"_s).toString();
    slipway::console::installTranslation(application, slipway::console::localeFor(language));

    QCommandLineParser parser;
    parser.setApplicationDescription(ProgramWords::tr("Launch new services and see every step on the way."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"try-sandbox"_s, ProgramWords::tr("Open the built-in sandbox: a simulated GitHub, no account needed.")},
            {u"profile"_s, ProgramWords::tr("Use this profile."), u"name"_s},
            {u"sandbox"_s, ProgramWords::tr("Connect to a sandbox by what it printed."), u"file"_s},
            {u"github-url"_s, ProgramWords::tr("API address of the GitHub host."), u"url"_s},
            {u"token-file"_s, ProgramWords::tr("File (mode 0600) that holds the token."), u"file"_s},
            {u"store"_s, ProgramWords::tr("Where the history is kept."), u"file"_s},
            {u"new-service"_s, ProgramWords::tr("Open the form for a new service.")},
            {u"needs-you"_s, ProgramWords::tr("Show the runs that need a person.")},
            {u"new-window"_s, ProgramWords::tr("Open a second window where one is open already.")}});
    parser.addPositionalArgument(
        u"link"_s, ProgramWords::tr("What to show: slipway://run/ID or slipway://run/ID/step/ID."), u"[link]"_s);
    parser.process(application);
    QString link = parser.positionalArguments().value(0);
    const auto wrong = [](const QString& why) {
        std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(why));
        return 2;
    };
    if (parser.positionalArguments().size() > 1 || (!link.isEmpty() && !slipway::desk::runLinkFrom(link)))
        return wrong(ProgramWords::tr("A link reads slipway://run/ID or slipway://run/ID/step/ID."));
    for (const char* wish : {slipway::desk::newServiceWish, slipway::desk::needsYouWish}) {
        if (!parser.isSet(QLatin1StringView(wish)))
            continue;
        if (!link.isEmpty())
            return wrong(ProgramWords::tr("Only one can be shown: a link, --new-service or --needs-you."));
        link = QLatin1StringView(wish);
    }
    const slipway::terminal::GlobalOptions options{.profile = parser.value(u"profile"_s),
        .sandboxFile = parser.value(u"sandbox"_s),
        .githubUrl = parser.value(u"github-url"_s),
        .tokenFile = parser.value(u"token-file"_s),
        .store = parser.value(u"store"_s)};

    slipway::app::WindowProgram program(QStringLiteral(SLIPWAY_VERSION));
    program.setFirstLink(link);
    if (!parser.isSet(u"new-window"_s) && program.raiseOther(options, parser.isSet(u"try-sandbox"_s))) {
        std::fprintf(
            stderr, "slipway: %s\n", qUtf8Printable(ProgramWords::tr("The window that is open comes to the front.")));
        return 0;
    }
    if (const auto error = program.open(options, parser.isSet(u"try-sandbox"_s))) {
        std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(slipway::desk::oneLine(*error)));
        return 5;
    }
    // The way out is the same for Ctrl+C, a session that ends, and the close button: the store is given back in good order.
    slipway::terminal::Interrupts interrupts;
    QObject::connect(
        &interrupts, &slipway::terminal::Interrupts::interrupted, &program, &slipway::app::WindowProgram::end);
    return QApplication::exec();
}
