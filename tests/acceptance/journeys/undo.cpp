// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! A name was wrong: the run is cancelled, what it made is taken back, and the name is free again.
void undo(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"audit-sink"_s;
    scene.startWorld();
    scene.open();
    scene.world({{"do", "hold"}, {"what", "check"}, {"repository", "tf-svc-infra"}, {"next", true}});
    mia.creates(service);
    for (const auto& lane : {u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s})
        mia.seesStep(lane + u" › Raise pull request"_s, u"Done"_s);
    mia.seesStep(u"tf-svc-infra › Wait for the merge"_s, u"Waiting"_s);
    must(scene.branches(u"tf-svc-infra"_s).size() == 2, u"there is something to take back"_s);

    mia.presses(u"Cancel"_s);
    mia.seesDialog(u"What now?"_s);
    mia.reads(u"A reason of at least 10 characters is needed"_s);
    mia.types(u"the name has a slip of the pen"_s, u"Reason"_s);
    scene.picture(u"1-cancel"_s);
    mia.presses(u"Cancel the run"_s);
    mia.seesNoDialog();
    mia.seesRun(service, u"Needs you"_s); // for what GitHub would still merge by itself
    must(scene.branches(u"tf-svc-infra"_s).size() == 2, u"cancelling takes nothing back"_s);

    mia.presses(u"Undo"_s);
    mia.seesDialog(u"Undo"_s);
    mia.reads(u"Take 3 things back"_s);
    mia.types(u"the name has a slip of the pen"_s, u"Reason"_s);
    scene.picture(u"2-undo"_s);
    mia.presses(u"Take 3 things back"_s);
    mia.seesNoDialog();
    mia.seesRun(service, u"Undone"_s);
    scene.picture(u"3-undone"_s);

    for (const Json& pull : scene.ledger("pullRequests"))
        must(textAt(pull, "state") == u"closed" && !flagAt(pull, "merged"), u"each pull request is closed"_s);
    must(scene.ledger("pullRequests").size() == 3 && scene.ledger("merges").empty(), u"nothing else happened"_s);
    for (const auto& repository : {u"tf-svc-infra"_s, u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s})
        must(scene.branches(repository) == QStringList{u"main"_s}, u"the branches are gone"_s);
    must(scene.count(service, u"RunUndone"_s) == 1, u"the journal says so"_s);

    mia.presses(u"New service"_s);
    mia.seesDialog(u"New service"_s);
    mia.types(service, u"Service name"_s);
    mia.reads(u"The name is free"_s);
    mia.closesTheDialog();
}

} // namespace slipway::journeys
