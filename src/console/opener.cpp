// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/opener.h"

#include "base/loopback.h"
#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/consent.h"
#include "desk/desk.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QPushButton>
#include <QRegularExpression>

namespace slipway::console {

namespace {

bool leadsTo(const QUrl& url, const QStringList& hosts)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    return std::any_of(hosts.begin(), hosts.end(), [&host](const QString& known) {
        const QString name = known.toLower();
        return !name.isEmpty() && (host == name || host.endsWith(u'.' + name));
    });
}

void collectHosts(const Json& value, QStringList& hosts)
{
    static const QRegularExpression address(u"https?://([A-Za-z0-9.-]+)"_s);
    if (value.is_string()) {
        const QString text = toQString(value.get_ref<const std::string&>());
        for (auto found = address.globalMatch(text); found.hasNext();)
            hosts.append(found.next().captured(1));
    } else if (value.is_structured()) {
        for (const auto& element : value)
            collectHosts(element, hosts);
    }
}

} // namespace

Opener desktopOpener() { return tellingFailure(&QDesktopServices::openUrl); }

Opener tellingFailure(std::function<bool(const QUrl&)> open)
{
    return [open = std::move(open)](const QUrl& url) {
        if (open(url))
            return;
        const QString address = url.isLocalFile() ? url.toLocalFile() : url.toString(QUrl::FullyEncoded);
        auto* box =
            plainMessage(QMessageBox::Warning, QCoreApplication::translate("slipway::console::Opener", "Not opened"),
                QCoreApplication::translate("slipway::console::Opener",
                    "No program of this computer could be started to open this address. Copy it, and open it elsewhere:"
                    "\n%1")
                    .arg(safeLine(address, 2'000)),
                QApplication::activeWindow());
        box->setObjectName(u"notOpened"_s);
        box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto* copy = box->addButton(
            QCoreApplication::translate("slipway::console::Opener", "&Copy the address"), QMessageBox::ActionRole);
        box->setDefaultButton(box->addButton(QMessageBox::Close));
        QObject::connect(
            copy, &QPushButton::clicked, box, [address] { QGuiApplication::clipboard()->setText(address); });
        box->open();
    };
}

void openLink(const Opener& opener, const QString& url, QWidget* parent)
{
    if (desk::isSafeToOpen(url)) {
        if (opener)
            opener(QUrl(url, QUrl::StrictMode));
        return;
    }
    plainMessage(QMessageBox::Warning, QCoreApplication::translate("slipway::console::Opener", "Link not opened"),
        QCoreApplication::translate("slipway::console::Opener",
            "This link is not an ordinary https address, so it is not handed to the browser:\n%1")
            .arg(safeLine(url, 300)),
        parent)
        ->open();
}

QStringList knownHosts(const desk::Desk& desk)
{
    QStringList hosts{u"github.com"_s, u"githubstatus.com"_s};
    const QString connected = desk.status().host;
    hosts.append(connected.startsWith("api."_L1) ? connected.mid(4) : connected);
    const auto workflows = desk.workflows();
    for (const auto& workflow : workflows) {
        for (const QString& place : desk::consentOf(*workflow).hosts) // with its port, where the file says one
            hosts.append(QUrl(u"//"_s + place).host().isEmpty() ? place : QUrl(u"//"_s + place).host());
        if (const auto settings = desk.settings(workflow->id))
            collectHosts(*settings, hosts);
    }
    return hosts;
}

Opener askingFirst(Opener open, std::function<QStringList()> known)
{
    return [open = std::move(open), known = std::move(known)](const QUrl& url) {
        if (url.host().isEmpty() || isLoopbackHost(url.host()) || leadsTo(url, known()))
            return open(url);
        auto* box = plainMessage(QMessageBox::Question,
            QCoreApplication::translate("slipway::console::Opener", "Open another site?"),
            QCoreApplication::translate("slipway::console::Opener",
                "This link leads to “%1”, which is neither GitHub as you are connected nor a service of a "
                "workflow:\n%2")
                .arg(safeLine(url.host(QUrl::FullyEncoded)), safeLine(url.toString(QUrl::FullyEncoded), 300)),
            QApplication::activeWindow());
        box->setObjectName(u"foreignHost"_s);
        auto* agreed = box->addButton(
            QCoreApplication::translate("slipway::console::Opener", "&Open the link"), QMessageBox::AcceptRole);
        box->setDefaultButton(box->addButton(QMessageBox::Cancel));
        QObject::connect(agreed, &QPushButton::clicked, box, [open, url] { open(url); });
        box->open();
    };
}

} // namespace slipway::console
