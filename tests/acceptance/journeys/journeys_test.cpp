// SPDX-License-Identifier: GPL-3.0-or-later
// Plays journeys: "journeys_test mouse create undo", or all of them where none is named.
#include "console/translation.h"
#include "journeys.h"
#include "scene.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace slipway;
using namespace slipway::journeys;

namespace {

struct Journey {
    const char* name;
    void (*play)(Scene&);
};

constexpr std::array stories{Journey{"first-run", firstRun}, Journey{"create", create}, Journey{"batch", batch},
    Journey{"failed-step", failedStep}, Journey{"stuck-auto-merge", stuckAutoMerge},
    Journey{"advance-with-evidence", advanceWithEvidence}, Journey{"conflict-healed", conflictHealed},
    Journey{"undo", undo}, Journey{"search", search}, Journey{"offline", offline},
    Journey{"token-expired", tokenExpired}, Journey{"second-instance", secondInstance}};

} // namespace

class JourneysTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Hands> (*m_hands)();
    QStringList m_wanted;

public:
    JourneysTest(std::unique_ptr<Hands> (*hands)(), QStringList wanted)
        : m_hands(hands)
        , m_wanted(std::move(wanted))
    { }

private Q_SLOTS:
    void journey_data()
    {
        QTest::addColumn<int>("place");
        const bool all = m_wanted.isEmpty();
        for (int place = 0; place < int(stories.size()); ++place)
            if (const char* name = stories[size_t(place)].name; all || m_wanted.removeAll(QLatin1String(name)) > 0)
                QTest::newRow(name) << place;
        QVERIFY2(m_wanted.isEmpty(), qPrintable(u"no such journey: "_s + m_wanted.join(u' ')));
    }
    void journey()
    {
        QFETCH(int, place);
        std::unique_ptr<Scene> scene;
        try {
            scene = std::make_unique<Scene>(QString::fromLatin1(QTest::currentDataTag()), m_hands());
            stories[size_t(place)].play(*scene);
        } catch (const Stumble& stumble) {
            if (scene)
                scene->pictureOfStumble();
            QFAIL(qPrintable(stumble.why));
        }
    }
};

int main(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // a keychain that is new would ask for a password of its own
    QApplication application(argc, argv);
    QApplication::setDoubleClickInterval(100); // she is quick, and tests should be
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationName(u"slipway"_s);
    console::installTranslation(application, QLocale(QLocale::English));
    QStringList names = QApplication::arguments().mid(1);
    const QString hands = names.isEmpty() ? QString() : names.takeFirst();
    if (hands != u"mouse" && hands != u"keyboard")
        qFatal("usage: journeys_test mouse|keyboard [JOURNEY]…");
    JourneysTest test(hands == u"mouse" ? mouseHands : keyboardHands, names);
    return QTest::qExec(&test, {QApplication::applicationName()});
}

#include "journeys_test.moc"
