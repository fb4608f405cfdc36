// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! A service is created: what would change is read first, and closing the window in the middle costs nothing.
void create(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"ct-sso-test-2"_s;
    scene.startWorld();
    scene.open();

    mia.presses(u"New service"_s);
    mia.seesDialog(u"New service"_s);
    mia.reads(u"Before it can be created"_s);
    must(!mia.canPress(u"Create"_s), u"an empty form creates nothing"_s);
    mia.closesTheDialog();
    mia.seesNoDialog();

    mia.fillsTheForm(service);
    mia.reads(u"Create: open 4 pull requests"_s);
    for (const auto& lane : {u"tf-svc-infra"_s, u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s, u"tf-svc"_s})
        mia.reads(lane + u": Raise pull request"_s);
    mia.choosesRow(u"tf-svc-infra: Raise pull request › environments/development"_s, u"Steps and files"_s);
    mia.reads(u"\"ct-sso-test-2\": {"_s);
    scene.picture(u"1-preview"_s);
    must(scene.ledger("branches").empty() && scene.ledger("pullRequests").empty(), u"a preview changes nothing"_s);

    mia.presses(u"Create: open 4 pull requests"_s);
    mia.seesNoDialog();
    mia.seesStep(u"tf-svc-infra › Raise pull request"_s, u"Done"_s);
    scene.picture(u"2-under-way"_s);
    scene.close();
    const qsizetype before = scene.journal(service).size();
    must(scene.count(service, u"RunStarted"_s) == 1, u"the start is kept"_s);
    must(scene.count(service, u"RunSucceeded"_s) == 0, u"the window was closed too late for this test"_s);

    scene.open();
    mia.seesRun(service, u"Done"_s);
    mia.seesStep(u"tf-svc › Wait for the merge"_s, u"Done"_s);
    scene.picture(u"3-done"_s);
    must(scene.journal(service).size() > before, u"it went on"_s);
    scene.hasMadeOnce({service});
    must(scene.fileOnMain(u"tf-svc-infra"_s, u"environments/development/resources/tenant_services.json"_s)
             .contains(service.toUtf8()),
        u"the platform knows the service"_s);
}

} // namespace slipway::journeys
