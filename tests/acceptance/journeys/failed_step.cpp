// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

#include <QWidget>

namespace slipway::journeys {

//! As the read-me tells it, in the window's own sandbox: a workflow fails. The window says which, why and what can be done;
//! a retry runs the same workflow run again, also while the window is closed in the middle and opened again.
void failedStep(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"orders-api"_s, step = u"tf-svc-infra › Wait for the workflow"_s;
    scene.openOwnSandbox();
    mia.choosesFromMenu({u"Make trouble"_s, u"Fail the next workflow"_s});
    mia.creates(service);
    mia.seesRun(service, u"Failed"_s);
    mia.seesStep(step, u"Failed"_s);
    mia.choosesStep(step);
    mia.reads(u"What happened"_s);
    mia.reads(u"You can"_s);
    mia.reads(u"Workflow run: Terraform - env"_s); // the button that opens it
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
    waitFor(u"the retry"_s, [&] { return scene.count(service, u"RetryRequested"_s) == 1; });
    scene.close();
    must(scene.count(service, u"RunSucceeded"_s) == 0, u"the window was closed too late for this test"_s);

    scene.openOwnSandbox();
    waitFor(u"the run that she looked at"_s, [&] { return front()->windowTitle().contains(service); });
    scene.picture(u"3-opened-again"_s);
    mia.seesRun(service, u"Done"_s);
    mia.seesStep(step, u"Done (after 2 tries)"_s);
    mia.choosesStep(step);
    mia.turnsTo(u"Attempts"_s);
    scene.picture(u"4-both-attempts"_s);

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
