// SPDX-License-Identifier: GPL-3.0-or-later
// The program is started once more while its window is open: what the other start was given is not lost.
#include "app/window_program.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "desk/owner_door.h"
#include "journal/store_files.h"

#include <QFileInfo>
#include <QPushButton>

namespace slipway::app {

namespace {

QString wholePath(const QString& file) { return file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath(); }

//! Standard input cannot be handed on, and which store is meant the other process has found out.
Json namedBy(const terminal::GlobalOptions& options)
{
    Json named = Json::object();
    const auto add = [&named](const char* name, const QString& value) {
        if (!value.isEmpty() && value != "-"_L1)
            named[name] = value.toStdString();
    };
    add("profile", options.profile);
    add("sandbox", options.sandboxFile == "-"_L1 ? QString() : wholePath(options.sandboxFile));
    add("githubUrl", options.githubUrl);
    add("tokenFile", wholePath(options.tokenFile));
    return named;
}

terminal::GlobalOptions optionsOf(const Json& named)
{
    return {.profile = textAt(named, "profile"),
        .sandboxFile = textAt(named, "sandbox"),
        .githubUrl = textAt(named, "githubUrl"),
        .tokenFile = textAt(named, "tokenFile")};
}

bool leadsToTheSame(const Destination& a, const Destination& b)
{
    if (a.way != b.way || a.connection.has_value() != b.connection.has_value()
        || a.profileSettings != b.profileSettings)
        return false;
    return !a.connection
        || (a.connection->apiUrl == b.connection->apiUrl
            && a.connection->token.reveal() == b.connection->token.reveal());
}

QString described(const Destination& destination)
{
    if (!destination.connection)
        return WindowProgram::tr("no connection");
    if (destination.sandbox)
        return WindowProgram::tr("the sandbox at %1").arg(destination.hostName);
    if (destination.way.value(0) == u"--github-url")
        return WindowProgram::tr("%1 with the token of a file").arg(destination.hostName);
    return WindowProgram::tr("the connection “%1” at %2").arg(destination.profile, destination.hostName);
}

} // namespace

bool WindowProgram::raiseOther(const terminal::GlobalOptions& options, bool trySandbox) const
{
    QString store = options.store;
    if (store.isEmpty() && (trySandbox || goesBackToSandbox(options)))
        store = windowSandboxStore();
    else if (store.isEmpty() && !options.sandboxFile.isEmpty())
        store = sandboxStore(options.sandboxFile);
    else if (store.isEmpty())
        store = journal::defaultStorePath();
    SystemClock clock;
    return desk::askToRaise(store, {m_firstLink, trySandbox ? Json::object() : namedBy(options)}, clock);
}

void WindowProgram::otherStart(const desk::RaiseRequest& request)
{
    if (!m_window)
        return;
    m_window->showLink(request.link);
    const auto options = optionsOf(request.named);
    // Who names nothing wants this window. Only where it has no connection, one that was made since is meant.
    if (request.named.empty() && (m_kind != Kind::None || !QFileInfo::exists(profilePath(profileOf(options)))))
        return;
    // A keychain may keep one waiting that began earlier: the newest start is meant.
    whenDone(destinationOf(options), this, [this, start = ++m_otherStarts](const Result<Destination>& found) {
        if (!m_window || m_leaving || start != m_otherStarts)
            return;
        if (found)
            offer(*found);
        else
            console::showErrorDialog(found.error(), m_window.get());
    });
}

void WindowProgram::offer(Destination destination)
{
    if (m_lookedAt || leadsToTheSame(destination, m_destination) || !destination.connection)
        return;
    destination.store = storePath(); // the other start asked for a window at this one
    const auto go = [this, destination] {
        leave([this, destination] {
            m_sandbox.reset();
            instead(show(destination, destination.sandbox ? Kind::Sandbox : Kind::GitHub));
        });
    };
    if (m_kind == Kind::None)
        return go();
    if (auto* before = m_window->findChild<QMessageBox*>(u"otherStart"_s))
        before->close();
    const QString other = described(destination), present = described(m_destination);
    auto* box = console::plainMessage(QMessageBox::Question, tr("Switch the connection?"),
        other == present ? tr("What is kept for %1 has changed since this window was opened.").arg(present)
                         : tr("Slipway was started once more, for %1. This window is on %2.").arg(other, present),
        m_window.get());
    box->setObjectName(u"otherStart"_s);
    box->setInformativeText(destination.hostName == m_destination.hostName
            ? tr("After the switch, a window with it takes this one's place. The history stays.")
            : tr("The history stays. Runs that were started at %1 wait until it is connected again.")
                  .arg(m_destination.hostName));
    auto* switches = box->addButton(tr("S&witch"), QMessageBox::AcceptRole);
    auto* stays = box->addButton(tr("&Stay"), QMessageBox::RejectRole);
    box->setEscapeButton(stays);
    box->setDefaultButton(stays); // Enter may have been meant for what was in front a moment ago
    connect(box, &QMessageBox::finished, this, [box, switches, go] {
        if (box->clickedButton() == switches)
            go();
    });
    box->open();
}

} // namespace slipway::app
