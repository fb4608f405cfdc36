// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QWidget>

namespace slipway::journeys {

//! A link in a ticket is opened while Slipway runs already: its window comes to the front, at that step.
void secondInstance(Scene& scene)
{
    Person& mia = scene.person;
    const QString first = u"orders-api"_s, other = u"stock-feed"_s, step = u"tf-svc-infra › Wait for the merge"_s;
    scene.startWorld();
    scene.open();
    for (const QString& service : {first, other}) {
        scene.world({{"do", "hold"}, {"what", "check"}, {"repository", "tf-svc-infra"}, {"next", true}});
        mia.creates(service);
        mia.seesStep(step, u"Waiting"_s);
    }
    mia.choosesRow(first, u"Runs"_s);
    waitFor(u"the first run"_s, [&] { return front()->windowTitle().contains(first); });
    mia.choosesStep(step);
    mia.choosesFromMenu({u"Run"_s, u"Copy link"_s});
    const QString link = QGuiApplication::clipboard()->text();
    must(
        link == u"slipway://run/%1/step/infra-merged"_s.arg(scene.runId(first)), u"the link names the step: "_s + link);
    mia.choosesRow(other, u"Runs"_s);
    waitFor(u"the other run"_s, [&] { return front()->windowTitle().contains(other); });
    const qsizetype grants = scene.count(first, u"RunStarted"_s);
    front()->showMinimized();
    waitFor(u"the window to be out of sight"_s, [] { return front()->isMinimized(); });

    QProcess second;
    second.start(qEnvironmentVariable("SLIPWAY"), {u"--sandbox"_s, scene.announcementFile(), link});
    waitFor(
        u"the second Slipway to end"_s, [&] { return second.state() == QProcess::NotRunning; }, 30'000);
    must(second.exitCode() == 0 && second.exitStatus() == QProcess::NormalExit,
        QString::fromUtf8(second.readAllStandardError()));
    waitFor(u"the window to be in front again"_s, [] { return !front()->isMinimized() && front()->isActiveWindow(); });
    waitFor(u"the run of the link"_s, [&] { return front()->windowTitle().contains(first); });
    mia.reads(u"Waiting for the checks of #1"_s);
    scene.picture(u"1-raised-at-the-step"_s);

    // There is still one that drives the runs, and it goes on.
    must(scene.count(first, u"RunStarted"_s) == grants, u"nothing was started twice"_s);
    for (int i = 0; i < 2; ++i)
        scene.world({{"do", "release"}, {"repository", "tf-svc-infra"}, {"what", "check"}});
    mia.seesRun(first, u"Done"_s);
    mia.seesRun(other, u"Done"_s);
    scene.hasMadeOnce({first, other});
}

} // namespace slipway::journeys
