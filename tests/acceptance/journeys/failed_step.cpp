// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! A workflow on GitHub fails. The window says which, why and what can be done; a retry runs the same workflow run again.
void failedStep(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"orders-api"_s, step = u"tf-svc-infra › Wait for the workflow"_s;
    scene.startWorld();
    scene.open();
    scene.world({{"do", "fail-run"}, {"repository", "tf-svc-infra"}, {"path", "env-terraform.yml"}, {"next", true}});
    mia.creates(service);
    mia.seesRun(service, u"Failed"_s);
    mia.seesStep(step, u"Failed"_s);
    mia.choosesStep(step);
    mia.reads(u"What happened"_s);
    mia.reads(u"You can"_s);
    mia.turnsTo(u"Attempts"_s);
    mia.turnsTo(u"Log"_s);
    mia.turnsTo(u"Why"_s);
    scene.picture(u"1-failed"_s);
    must(scene.ledger("merges").size() == 1, u"nothing went on behind the failure"_s);

    mia.presses(u"Retry"_s);
    mia.seesDialog(u"What now?"_s);
    mia.reads(u"finished: failure"_s);
    scene.picture(u"2-retry"_s);
    mia.presses(u"Retry this step"_s);
    mia.seesNoDialog();
    mia.seesRun(service, u"Done"_s);
    mia.seesStep(step, u"Done (after 2 tries)"_s);
    mia.turnsTo(u"Attempts"_s);
    scene.picture(u"3-both-attempts"_s);

    scene.hasMadeOnce({service});
    QSet<qint64> runs;
    for (const Json& run : scene.ledger("workflowRuns"))
        if (textAt(run, "repository") == u"tf-svc-infra" && textAt(run, "event") == u"push")
            runs.insert(integerAt(run, "id"));
    must(runs.size() == 1, u"the failed workflow run was run again; no other was started"_s);
    must(scene.count(service, u"RetryRequested"_s) == 1, u"one press is one retry"_s);
    must(scene.count(service, u"StepFailed"_s) == 1, u"the failure stays to be read"_s);
}

} // namespace slipway::journeys
