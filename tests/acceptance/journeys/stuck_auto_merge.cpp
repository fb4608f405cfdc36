// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! Auto-merge is armed, everything has passed, and nothing happens: the window names the cause, and a press merges.
void stuckAutoMerge(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"audit-sink"_s, step = u"tf-svc-infra › Wait for the merge"_s;
    // The program would help itself after two minutes: at this pace, half a minute, a person is there first.
    scene.startWorld(Scene::usualSpeed, 4);
    scene.open();
    scene.world({{"do", "auto-merge-sleeps"}, {"repository", "tf-svc-infra"}});
    mia.creates(service);
    mia.seesStep(step, u"Waiting: auto-merge"_s);
    mia.choosesStep(step);
    mia.reads(u"Auto-merge is on and nothing is in the way"_s);
    mia.reads(u"Slipway merges it itself after a short while."_s);
    must(scene.ledger("merges").empty(), u"nothing is merged yet"_s);
    scene.picture(u"1-stuck"_s);

    mia.presses(u"Retry"_s);
    mia.seesDialog(u"What now?"_s);
    mia.presses(u"Merge it now"_s);
    mia.seesNoDialog();
    mia.seesStep(step, u"Done"_s);
    scene.picture(u"2-merged"_s);

    int merges = 0;
    for (const Json& merge : scene.ledger("merges"))
        merges += textAt(merge, "repository") == u"tf-svc-infra" ? 1 : 0;
    must(merges == 1, u"it is merged, once"_s);
    // Her press brought the merge, not the program's own patience.
    qint64 asked = 0, merged = 0;
    for (const Kept& event : scene.journal(service)) {
        if (event.type == u"RetryRequested" && event.step == u"infra-merged")
            asked = event.at;
        if (event.type == u"EffectIntended" && event.step == u"infra-merged")
            merged = event.at;
    }
    must(asked > 0 && merged >= asked && merged < asked + 5'000, u"she asked, and at once it was merged"_s);
}

} // namespace slipway::journeys
