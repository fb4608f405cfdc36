// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/run_link.h"

#include "base/text.h"

#include <QRegularExpression>

namespace slipway::desk {

QString toText(const RunLink& link)
{
    const QString run = u"slipway://run/"_s + link.run.text();
    return link.step.isEmpty() ? run : run + u"/step/"_s + link.step.text();
}

std::optional<RunLink> runLinkFrom(const QString& text)
{
    static const QRegularExpression form(uR"(\Aslipway://run/([0-9A-Za-z]{1,40})(?:/step/([a-z0-9-]{1,100}))?/?\z)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return RunLink{.run = RunId(match.captured(1)), .step = StepId(match.captured(2))};
}

} // namespace slipway::desk
