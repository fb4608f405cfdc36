// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace slipway::sandbox {

struct PayService {
    qint64 id = 0;
    QString externalId; //!< 32 hexadecimal digits
    Json name = Json::object(); //!< by language: "en", "cy"
    Json accountIds = Json::array(); //!< texts, and null where a client sent something that is no text
    bool archived = false;
};

struct PayAccount {
    qint64 id = 0;
    QString externalId, serviceId, type, provider, serviceName, description;
    bool disabled = false;
};

struct PayUser {
    struct Role {
        QString service; //!< external id
        QString name;
    };
    qint64 id = 0;
    QString externalId, email, telephone, otpKey, password, features;
    bool disabled = false;
    std::vector<Role> roles;
};

struct PayInvite {
    QString code; //!< 32 hexadecimal digits; whoever has it can go on with the sign-up
    QString email, telephone, password, otpKey;
    QString otp; //!< of the last text message; empty: none was sent
    Timestamp expiresAt;
    int attempts = 0; //!< wrong codes
    bool validated = false, disabled = false;
};

//! What GOV.UK Pay's two services have in their databases, with the databases' own constraints: the checks that the
//! services make before they write are the protocols' business (pay/). Services, accounts, users, links, memberships,
//! e-mails and text messages go into the ledger.
class PayWorld {
public:
    //! What the world around it does for it.
    struct Hooks {
        std::function<void(const QString& name, Json object)> keep; //!< writes a row down
        std::function<void(const char* list, Json entry)> record; //!< into the ledger
        std::function<quint64()> random;
        std::function<Timestamp()> now;
        std::function<Millis(double seconds)> span;
        std::function<void(double seconds, Json data)> later; //!< perform(data) after that many seconds of the world
    };

    explicit PayWorld(Hooks hooks)
        : m_hooks(std::move(hooks))
    { }

    const std::vector<PayService>& services() const { return m_services; }
    const std::vector<PayAccount>& accounts() const { return m_accounts; }
    const std::vector<PayUser>& users() const { return m_users; }

    const PayService* service(const QString& externalId) const;
    //! The service that has been given that gateway account.
    const PayService* serviceOf(const QString& accountId) const;
    const PayAccount* account(const QString& id) const;
    const PayUser* user(const QString& externalId) const;
    const PayUser* userByEmail(const QString& email) const; //!< case does not matter
    const PayInvite* invite(const QString& code) const;
    //! The one that can still be used.
    const PayInvite* validInvite(const QString& email) const;
    bool isUsable(const PayInvite& invite) const;

    QString newExternalId();
    //! Nothing: an account id belongs to a service already (unique constraint of the database).
    const PayService* addService(const QString& externalId, Json name, const Json& accountIds);
    const PayAccount& addAccount(PayAccount account);
    //! Nothing: the e-mail exists (unique constraint).
    const PayUser* addUser(PayUser user);
    //! False: one of them belongs to a service already (unique constraint); then none is added.
    bool link(const QString& service, const Json& accountIds);
    void addRole(const QString& user, const QString& service, const QString& role);
    void removeRole(const QString& user, const QString& service);
    void rename(const QString& service, const char* language, const QString& name);
    //! Detaches all users; connector disables the accounts a moment later. `false` brings neither back.
    void archive(const QString& service, bool archived);
    void disableUser(const QString& user, bool disabled);
    void disableAccount(const QString& account, bool disabled);

    const PayInvite& addInvite(const QString& email);
    void changeInvite(const PayInvite& invite);
    void sendEmail(const QString& to, const char* what);
    //! Sends the code of an invite to its telephone.
    void sendCode(const QString& code);

    //! How long connector takes between its check and its insertion, in real milliseconds: two calls within it both pass.
    Millis raceWindow() const { return m_raceWindow; }

    //! {"do": "pay-…"}: what a person or another person does. Error "usage", "githubNotFound".
    Result<Json> control(const Json& action);
    static QStringList actions();
    void perform(const Json& data);
    //! Rows of the state log, by the names that keep() was given.
    void load(const QString& name, const Json& object);
    Json state() const;

private:
    void touch(const PayService& service);
    void touch(const PayAccount& account);
    void touch(const PayUser& user);
    void touch(const PayInvite& invite);
    void touchMeta();
    PayService* find(const QString& service);
    PayUser* findUser(const QString& user);
    PayInvite* newestInvite(const QString& email);
    bool isFree(const Json& accountIds) const;
    void confirmAddress(PayInvite& invite, const QString& telephone, const QString& password);

    Hooks m_hooks;
    std::vector<PayService> m_services; // ids are positions, from 1
    std::vector<PayAccount> m_accounts;
    std::vector<PayUser> m_users;
    std::vector<PayInvite> m_invites;
    Millis m_raceWindow{0};
    std::optional<double> m_peopleAnswerAfter; // seconds of the world
};

} // namespace slipway::sandbox
