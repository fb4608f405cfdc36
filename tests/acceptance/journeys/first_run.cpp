// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys.h"
#include "scene.h"
#include "terminal/environment.h"

#include <QDir>
#include <QFile>
#include <QWidget>

namespace slipway::journeys {

//! Somebody who has never seen Slipway tries a wrong token, looks around in the sandbox, then connects to GitHub.
void firstRun(Scene& scene)
{
    Person& mia = scene.person;
    scene.startWorld();
    const QString profile = scene.home() + u"/config/slipway/profiles/default.json"_s;
    const QString ownWorld = scene.home() + u"/data/slipway/sandbox/world"_s;
    scene.open(terminal::GlobalOptions{});
    mia.reads(u"Welcome to Slipway"_s);
    scene.picture(u"1-welcome"_s);
    must(!QDir(ownWorld).exists(), u"nothing is built before it is asked for"_s);
    must(!mia.canPress(u"Connect"_s), u"there is nothing to connect with yet"_s);
    must(!mia.readsNow(u"New service"_s), u"nor a place for a service"_s);
    mia.types(scene.url(), u"Host"_s);
    mia.types(u"ghp_notTheTokenOfThisSandbox0000000000000"_s, u"Token"_s);
    mia.presses(u"Connect"_s);
    mia.reads(u"GitHub does not accept the token."_s);
    scene.picture(u"2-wrong-token"_s);
    must(!QFile::exists(profile), u"a token that is not accepted is not kept"_s);

    mia.presses(u"Try the sandbox"_s);
    mia.reads(u"nothing here reaches GitHub"_s);
    mia.reads(u"No service has been started yet."_s);
    must(QDir(ownWorld).exists(), u"the sandbox has a world"_s);
    must(!QFile::exists(profile), u"trying the sandbox leaves no connection behind"_s);
    scene.picture(u"3-sandbox"_s);
    const auto brightness = [] { return front()->palette().window().color().lightness(); };
    mia.choosesFromMenu({u"View"_s, u"Colours"_s, u"Dark"_s});
    waitFor(u"the dark"_s, [&] { return brightness() < 100; });
    mia.choosesFromMenu({u"View"_s, u"Colours"_s, u"Light"_s});
    waitFor(u"the light"_s, [&] { return brightness() > 150; });

    mia.choosesFromMenu({u"File"_s, u"Connection"_s});
    mia.seesDialog(u"Connection to GitHub"_s);
    mia.reads(u"You are slipway-operator at "_s);
    mia.presses(u"Connect differently"_s);
    mia.types(scene.url(), u"Host"_s);
    mia.types(scene.token(), u"Token"_s);
    mia.presses(u"Check"_s);
    mia.reads(u"You are slipway-operator at "_s);
    scene.picture(u"4-rights"_s);
    mia.presses(u"Use this connection"_s);
    mia.seesDialog(u"Token kept in a file"_s); // no keychain here
    mia.closesTheDialog();
    mia.seesNoDialog();
    mia.reads(u"No service has been started yet."_s);
    must(!mia.readsNow(u"nothing here reaches GitHub"_s), u"the sandbox is left"_s);

    QFile kept(profile);
    must(kept.open(QIODevice::ReadOnly), u"the connection is kept"_s);
    must(!kept.readAll().contains(scene.token().toUtf8()), u"the token does not stand in the profile"_s);
    must(QFile::exists(scene.home() + u"/data/slipway/store.db"_s), u"the history has a place"_s);
    must(scene.ledger("branches").empty() && scene.ledger("pullRequests").empty(), u"connecting changes nothing"_s);
}

} // namespace slipway::journeys
