// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/opener.h"

#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/values.h"

#include <QCoreApplication>

namespace slipway::console {

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

} // namespace slipway::console
