// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"

namespace slipway::steps {

namespace {

//! Waits until a person confirms.
class GateKind : public StepKind {
public:
    KindRule rule() const override { return {.kind = u"gate"_s, .parameters = {{u"message"_s}}, .outputs = {}}; }
    Reads reads(const StepContext&) const override { return {}; }
    Decision decide(const StepContext& context, const Observation&) const override
    {
        return Ask{{.code = errc::gateWaiting, .args = {{"message", context.text("message").toStdString()}}}};
    }
};

} // namespace

const StepKind& gateKind()
{
    static const GateKind kind;
    return kind;
}

} // namespace slipway::steps
