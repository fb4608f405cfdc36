// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

#include <QFile>

namespace slipway::journeys {

//! What somebody wrote, what GitHub said and a filter: each finds its run, and a search is kept under a name.
void search(Scene& scene)
{
    Person& mia = scene.person;
    const QStringList noted{u"orders-api"_s}, failed{u"stock-feed"_s};
    scene.startWorld();
    scene.open();
    scene.world({{"do", "fail-run"}, {"repository", "tf-svc-infra"}, {"path", "env-terraform.yml"}, {"next", true}});
    mia.creates(failed.first());
    mia.seesRun(failed.first(), u"Failed"_s);
    scene.world({{"do", "hold"}, {"what", "check"}, {"repository", "tf-svc-infra"}, {"next", true}});
    mia.creates(noted.first());
    mia.seesStep(u"tf-svc-infra › Wait for the merge"_s, u"Waiting"_s);
    mia.turnsTo(u"Notes"_s);
    mia.types(u"asked the platform team about kingfisher"_s, u"New note"_s);
    mia.presses(u"Add note"_s);
    mia.reads(u"about kingfisher"_s);
    must(scene.count(noted.first(), u"NoteAdded"_s) == 1, u"the note is kept, with its run"_s);
    must(scene.count(failed.first(), u"NoteAdded"_s) == 0, u"and with no other"_s);
    must(scene.count(failed.first(), u"StepFailed"_s) == 1, u"the other one failed"_s);

    const auto finds = [&](const QString& words, const QStringList& runs) {
        mia.types(words, u"Search runs"_s);
        waitFor(
            u"“%1” to find %2"_s.arg(words, runs.join(u' ')), [&] { return mia.runsListed() == runs; }, 10'000);
    };
    finds(u"kingfisher"_s, {}); // a name it is not
    mia.choosesFromMenu({u"Edit"_s, u"Search everything"_s});
    finds(u"kingfisher"_s, noted);
    scene.picture(u"1-found-by-its-note"_s);
    finds(u"error:workflowFailed"_s, failed);
    finds(u"state:failed"_s, failed);

    mia.choosesFromMenu({u"Edit"_s, u"Save this view"_s});
    mia.seesDialog(u"Save this view"_s);
    mia.types(u"Broken ones"_s, u"Name of the view"_s);
    mia.presses(u"Save"_s);
    mia.seesNoDialog();
    mia.choosesRow(u"All runs"_s, u"Views"_s);
    mia.types(QString(), u"Search runs"_s);
    waitFor(u"both runs"_s, [&] { return mia.runsListed().size() == 2; });
    mia.choosesRow(u"Broken ones"_s, u"Views"_s);
    waitFor(u"what the view keeps"_s, [&] { return mia.runsListed() == failed; });
    scene.picture(u"2-saved-view"_s);

    // It is there again on another day.
    scene.close();
    scene.open();
    waitFor(u"the saved view"_s, [&] { return mia.runsListed() == failed; });
    QFile settings(scene.home() + u"/config/slipway/slipway.conf"_s);
    must(settings.open(QIODevice::ReadOnly) && settings.readAll().contains("Broken ones"), u"the view is kept"_s);
}

} // namespace slipway::journeys
