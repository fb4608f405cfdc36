// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! The network goes away in the middle. The history stays to be read, the run is parked, and goes on when it is back.
void offline(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"stock-feed"_s, step = u"tf-svc-infra › Wait for the merge"_s;
    scene.startWorld();
    scene.open();
    scene.world({{"do", "hold"}, {"what", "check"}, {"repository", "tf-svc-infra"}, {"next", true}});
    mia.creates(service);
    mia.seesStep(u"cdp-nginx-upstreams › Raise pull request"_s, u"Done"_s);
    mia.seesStep(step, u"Waiting"_s);

    scene.endWorld();
    mia.reads(u"cannot be reached"_s);
    mia.seesRun(service, u"Parked"_s);
    mia.choosesStep(u"tf-svc-infra › Raise pull request"_s);
    mia.turnsTo(u"Log"_s);
    mia.types(u"stock"_s, u"Search runs"_s);
    waitFor(u"the search to work without a network"_s, [&] { return mia.runsListed() == QStringList{service}; });
    scene.picture(u"1-offline"_s);
    mia.presses(u"Try now"_s);
    mia.seesRun(service, u"Parked"_s);

    scene.bringWorldBack();
    mia.presses(u"Try now"_s);
    mia.seesRun(service, u"Waiting"_s);
    scene.world({{"do", "release"}, {"repository", "tf-svc-infra"}, {"what", "check"}});
    mia.seesRun(service, u"Done"_s);
    scene.picture(u"2-back"_s);

    must(scene.count(service, u"RunParked"_s) >= 1, u"it was parked"_s);
    must(scene.count(service, u"RunParked"_s) == scene.count(service, u"RunUnparked"_s), u"and went on each time"_s);
    must(scene.count(service, u"StepFailed"_s) == 0, u"no step failed for it"_s);
    scene.hasMadeOnce({service});
}

} // namespace slipway::journeys
