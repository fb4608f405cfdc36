// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/pay/adminusers.h"

//! Signing up: an e-mail with a secret code, a form, a text message with another. E-mails and messages go into the
//! ledger; people answer them by world actions ("pay-confirm-address", "pay-enter-code").
namespace slipway::sandbox::pay {

namespace {

constexpr int kMostWrongCodes = 10;

bool isPublicSector(const QString& email)
{
    const QString domain = email.section(u'@', 1).toLower();
    for (const char* known : {"gov.uk", "nhs.uk", "nhs.net", "police.uk", "ac.uk"}) {
        const QString name = QString::fromLatin1(known);
        if (domain == name || domain.endsWith(u'.' + name))
            return true;
    }
    return false;
}

HttpAnswer gone(const PayInvite& invite)
{
    return adminusersError(410, u"Invite with code [%1] has expired or is disabled"_s.arg(invite.code));
}

} // namespace

HttpAnswer Adminusers::invites(const HttpRequest& request, const QStringList& path, const Json& body)
{
    const bool posts = request.method == "POST";
    if (path == QStringList{u"create-self-registration-invite"_s})
        return posts ? invitePerson(body) : HttpAnswer{405, {}, {}};
    const auto* invite = m_world.invite(path.value(0));
    if (!invite)
        return {404, {}, {}};
    if (!m_world.isUsable(*invite))
        return gone(*invite);
    if (path.size() == 1) {
        if (request.method == "GET")
            return HttpAnswer::json(200, inviteJson(*invite, m_baseUrl()));
        return request.method == "PATCH" ? patchInvite(*invite, body) : HttpAnswer{405, {}, {}};
    }
    if (path.size() != 2 || !posts)
        return {404, {}, {}};
    if (path[1] == u"send-otp") {
        if (invite->telephone.isEmpty())
            return adminusersError(412, u"The invite has no telephone number"_s);
        m_world.sendCode(invite->code);
        return {204, {}, {}};
    }
    if (path[1] == u"reprovision-otp") {
        PayInvite changed = *invite;
        changed.otpKey = m_world.newExternalId().left(16).toUpper();
        m_world.changeInvite(changed);
        return HttpAnswer::json(200, inviteJson(changed, m_baseUrl()));
    }
    return path[1] == u"complete" ? completeInvite(*invite, body) : HttpAnswer{404, {}, {}};
}

HttpAnswer Adminusers::invitePerson(const Json& body)
{
    const QString email = textAt(body, "email");
    if (!email.contains(u'@'))
        return adminusersError(422, u"email must be a well-formed email address"_s);
    if (!isPublicSector(email))
        return adminusersError(403, u"Email [%1] is not a valid public sector email"_s.arg(email));
    if (m_world.userByEmail(email)) {
        m_world.sendEmail(email, "user-exists"); // so that nobody learns from the answer alone who has an account
        return adminusersError(409, u"email [%1] already exists"_s.arg(email));
    }
    const auto* valid = m_world.validInvite(email);
    const PayInvite invite = valid ? *valid : m_world.addInvite(email);
    m_world.sendEmail(email, "invite");
    return HttpAnswer::json(201, inviteJson(invite, m_baseUrl()));
}

HttpAnswer Adminusers::patchInvite(PayInvite invite, const Json& body)
{
    const QString path = textAt(body, "path"), value = textAt(body, "value");
    if (textAt(body, "op") != u"replace" || value.isEmpty())
        return adminusersError(400, u"Field [value] is required"_s);
    if (path == u"password")
        invite.password = value;
    else if (path == u"telephone_number" && isTelephone(value))
        invite.telephone = value;
    else
        return adminusersError(400, u"Path [%1] is invalid"_s.arg(path));
    m_world.changeInvite(invite);
    return HttpAnswer::json(200, inviteJson(invite, m_baseUrl()));
}

HttpAnswer Adminusers::validateCode(const Json& body)
{
    const QString code = textAt(body, "code"), otp = textAt(body, "otp");
    if (code.isEmpty() || otp.isEmpty())
        return adminusersError(422, code.isEmpty() ? u"code must not be empty"_s : u"otp must not be empty"_s);
    const auto* found = m_world.invite(code);
    if (!found)
        return {404, {}, {}};
    PayInvite invite = *found;
    if (!m_world.isUsable(invite) || invite.attempts >= kMostWrongCodes)
        return gone(invite);
    invite.validated = !invite.otp.isEmpty() && otp == invite.otp;
    if (!invite.validated)
        ++invite.attempts;
    m_world.changeInvite(invite);
    return invite.validated ? HttpAnswer{204, {}, {}} : adminusersError(401, u"Invalid code"_s);
}

HttpAnswer Adminusers::completeInvite(PayInvite invite, const Json& body)
{
    if (textAt(body, "second_factor").isEmpty())
        return adminusersError(400, u"Field [second_factor] is required"_s);
    if (m_world.userByEmail(invite.email))
        return adminusersError(409, u"email [%1] already exists"_s.arg(invite.email));
    const auto* made = m_world.addUser(
        {.email = invite.email, .telephone = invite.telephone, .otpKey = invite.otpKey, .password = invite.password});
    invite.disabled = true;
    m_world.changeInvite(invite);
    return HttpAnswer::json(200,
        Json::object({{"invite", inviteJson(invite, m_baseUrl())}, {"user_external_id", toJson(made->externalId)}}));
}

} // namespace slipway::sandbox::pay
