// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! Two services out of a list in which two other lines cannot be meant.
void batch(Scene& scene)
{
    Person& mia = scene.person;
    scene.startWorld();
    scene.open();
    mia.presses(u"New service"_s);
    mia.seesDialog(u"New service"_s);
    mia.presses(u"Many at once"_s);
    mia.seesDialog(u"Many services at once"_s);
    mia.types(u"orders-api,cdp-node-backend-template,fisheries\n"
              "Not A Name,cdp-node-backend-template,fisheries\n"
              "stock-feed,cdp-node-backend-template,fisheries\n"
              "tf-svc,cdp-node-backend-template,fisheries"_s,
        u"List of services"_s);
    mia.reads(u"2 cannot be created"_s);
    mia.reads(u"Letters and numbers with hyphen separators"_s);
    mia.reads(u"The name is taken: DEFRA/tf-svc"_s);
    mia.reads(u"Create 2 services: open 8 pull requests"_s);
    scene.picture(u"1-checked"_s);
    must(scene.ledger("branches").empty(), u"checking changes nothing"_s);

    mia.presses(u"Create 2 services: open 8 pull requests"_s);
    mia.reads(u"2 started."_s);
    mia.closesTheDialog();
    mia.seesDialog(u"New service"_s);
    mia.closesTheDialog();
    mia.seesNoDialog();
    scene.picture(u"2-both-under-way"_s);
    mia.seesRun(u"orders-api"_s, u"Done"_s);
    mia.seesRun(u"stock-feed"_s, u"Done"_s);
    must(mia.runsListed().size() == 2, u"there are two runs"_s);
    scene.hasMadeOnce({u"orders-api"_s, u"stock-feed"_s});
}

} // namespace slipway::journeys
