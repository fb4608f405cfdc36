// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! Somebody else changes the same place of the same file: the change is made anew on top of it, and both are there.
void conflictHealed(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"orders-api"_s;
    scene.startWorld(50);
    scene.open();
    scene.world({{"do", "commit"}, {"repository", "tf-svc-infra"}, {"tenant", "somebody-elses-service"},
        {"message", "add somebody-elses-service to Tenant Services"}, {"after", 5}, {"next", true}});
    mia.creates(service);
    mia.seesRun(service, u"Done"_s);
    mia.choosesStep(u"tf-svc-infra › Enable auto-merge"_s);
    mia.turnsTo(u"Log"_s);
    scene.picture(u"1-healed"_s);

    scene.hasMadeOnce({service});
    const QByteArray tenants =
        scene.fileOnMain(u"tf-svc-infra"_s, u"environments/development/resources/tenant_services.json"_s);
    must(tenants.contains("\"somebody-elses-service\"") && tenants.contains("\"orders-api\""), u"both are there"_s);
    int commits = 0;
    for (const Json& commit : scene.ledger("commits"))
        commits +=
            textAt(commit, "repository") == u"tf-svc-infra" && textAt(commit, "branch").contains(service) ? 1 : 0;
    must(commits >= 2, u"the change was made anew on the branch"_s);
    for (const Kept& event : scene.journal(service))
        must(event.actor == u"engine" || event.type == u"RunStarted", u"nobody had to help"_s);
}

} // namespace slipway::journeys
