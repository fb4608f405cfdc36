// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

namespace slipway::journeys {

//! Somebody ran a failed workflow again on GitHub. Slipway believes it when GitHub shows it, and not a moment before.
void advanceWithEvidence(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"stock-feed"_s, step = u"tf-svc-infra › Wait for the workflow"_s;
    scene.startWorld();
    scene.open();
    scene.world({{"do", "fail-run"}, {"repository", "tf-svc-infra"}, {"path", "env-terraform.yml"}, {"next", true}});
    mia.creates(service);
    mia.seesStep(step, u"Failed"_s);
    mia.choosesStep(step);

    // Too early: GitHub shows a failure, and the step stays where it is.
    mia.presses(u"Advance"_s);
    mia.seesDialog(u"What now?"_s);
    mia.reads(u"finished: failure"_s);
    mia.decidesTo(u"Advance, with proof from the service"_s);
    mia.reads(u"A reason of at least 10 characters is needed"_s);
    mia.types(u"it ran"_s, u"Reason"_s);
    must(!mia.canPress(u"Check and advance"_s), u"so short a reason is none"_s);
    mia.types(u"I am told that it ran"_s, u"Reason"_s);
    scene.picture(u"1-no-proof"_s);
    mia.presses(u"Check and advance"_s);
    mia.reads(u"does not confirm that this is done"_s);
    must(scene.count(service, u"StepAdvanced"_s) == 0, u"nothing is believed without proof"_s);
    mia.closesTheDialog();
    mia.seesNoDialog();

    const auto runsOf = [&scene] {
        QList<std::pair<qint64, QString>> runs;
        for (const Json& run : scene.ledger("workflowRuns"))
            if (textAt(run, "repository") == u"tf-svc-infra" && textAt(run, "event") == u"push")
                runs += {integerAt(run, "id"), textAt(run, "conclusion")};
        return runs;
    };
    const qint64 id = runsOf().value(0).first;
    scene.world({{"do", "rerun"}, {"run", id}});
    waitFor(u"the good end of the second try"_s, [&] { return runsOf().last().second == u"success"; });

    mia.presses(u"Advance"_s);
    mia.seesDialog(u"What now?"_s);
    mia.reads(u"finished: success"_s);
    mia.decidesTo(u"Accept GitHub's answer: the work is done"_s);
    scene.picture(u"2-proof"_s);
    mia.presses(u"Accept: it is done"_s);
    mia.seesNoDialog();
    mia.seesStep(step, u"By hand"_s);
    mia.seesRun(service, u"Done"_s);

    for (const Kept& event : scene.journal(service))
        if (event.type == u"StepAdvanced")
            must(event.step == u"infra-workflow" && event.actor != u"engine"
                    && integerAt(memberAt(event.data, "outputs"), "id") == id,
                u"what was believed is the run that GitHub showed"_s);
    must(scene.count(service, u"StepAdvanced"_s) == 1, u"one press is one act"_s);
    must(scene.count(service, u"RetryRequested"_s) == 0, u"nothing was sent"_s);
    scene.hasMadeOnce({service});
}

} // namespace slipway::journeys
