// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/access.h"
#include "api/http_message.h"
#include "base/ids.h"

namespace slipway::api {

//! An act under a key of its caller, as the id of its command: "api-", a digest of caller, path and key, "-", a digest of
//! what is asked for. So the journal itself remembers the key, and knows the same key with another body.
class KeyedAct {
public:
    //! Without the header: no key. Error "api.malformed" for one that is empty, long or not printable.
    static Result<KeyedAct> of(const Request& request, const Caller& caller, const Json& body);

    bool hasKey() const { return !m_prefix.isEmpty(); }
    //! Of the commands of acts under this key, whatever they ask for.
    const QString& prefix() const { return m_prefix; }
    //! Of the part-th command of this act; empty without a key.
    CommandId command(int part = 0) const;
    //! Whether the command is of this key but asks for something else.
    bool isReusedIn(const CommandId& command) const;

private:
    QString m_prefix, m_fingerprint;
};

} // namespace slipway::api
