// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"
#include "terminal/environment.h"

#include <QFile>

namespace slipway::journeys {

//! GitHub does not take the token any more. Nothing fails: the run waits until somebody has signed in again.
void tokenExpired(Scene& scene)
{
    Person& mia = scene.person;
    const QString service = u"orders-api"_s, step = u"tf-svc-infra › Wait for the merge"_s;
    scene.startWorld();
    QFile file(scene.home() + u"/token"_s);
    must(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && file.write(scene.token().toUtf8()) > 0,
        u"a token to begin with"_s);
    file.close();
    scene.open(terminal::GlobalOptions{
        .githubUrl = scene.url(), .tokenFile = file.fileName(), .timeScale = Scene::usualSpeed});
    scene.world({{"do", "hold"}, {"what", "check"}, {"repository", "tf-svc-infra"}, {"next", true}});
    mia.creates(service);
    mia.seesStep(u"cdp-nginx-upstreams › Raise pull request"_s, u"Done"_s);
    mia.seesStep(step, u"Waiting"_s);

    scene.world({{"do", "expire-token"}});
    mia.seesRun(service, u"Parked"_s);
    mia.reads(u"GitHub does not accept the token."_s);
    scene.picture(u"1-parked"_s);

    mia.presses(u"Sign in"_s);
    mia.seesDialog(u"Connection to GitHub"_s);
    mia.types(scene.url(), u"Host"_s);
    mia.types(scene.anotherToken(), u"Token"_s);
    scene.picture(u"2-sign-in"_s);
    mia.presses(u"Check"_s);
    mia.reads(u"You are slipway-operator at "_s);
    mia.presses(u"Use this connection"_s);
    mia.seesDialog(u"Token kept in a file"_s);
    mia.closesTheDialog();
    mia.seesNoDialog();
    waitFor(u"the run to go on by itself"_s, [&] { return scene.count(service, u"RunUnparked"_s) == 1; });
    mia.seesRun(service, u"Waiting"_s);
    must(!mia.readsNow(u"GitHub does not accept the token."_s), u"what is over is not said any more"_s);

    // With the new token GitHub is really read: what happens there now is seen.
    scene.world({{"do", "release"}, {"repository", "tf-svc-infra"}, {"what", "check"}});
    mia.seesStep(step, u"Done"_s);
    scene.picture(u"3-goes-on"_s);
    mia.seesRun(service, u"Done"_s);
    must(scene.count(service, u"RunParked"_s) == 1, u"it was parked once"_s);
    must(scene.count(service, u"StepFailed"_s) == 0, u"no step failed for it"_s);
    scene.hasMadeOnce({service});
}

} // namespace slipway::journeys
