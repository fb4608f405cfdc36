// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/access.h"
#include "github/transport.h"

namespace slipway::github {

//! One call of GitHub::access(): one GraphQL request for all, and three REST reads a repository where the token does not
//! tell its rights. Kept alive by its requests' callbacks.
class AccessJob : public std::enable_shared_from_this<AccessJob> {
public:
    using Done = std::function<void(Result<Access>)>;

    AccessJob(Transport& transport, AccessQuestion question, Identity identity, Done done);
    void start();

private:
    void take(const Envelope& envelope);
    void probe(qsizetype index);
    void finishOne();

    Transport& m_transport;
    AccessQuestion m_question;
    Access m_access;
    Done m_done;
    qsizetype m_open = 1;
};

} // namespace slipway::github
