// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/model.h"

//! Node ids shaped like GitHub's: a prefix and base64url of a MessagePack array ("R_kgDO…", "PR_kwDO…"). They carry what
//! they name, so that the world needs no table of them.
namespace slipway::sandbox {

struct DecodedNode {
    NodeKind kind = NodeKind::None;
    qint64 repositoryId = 0; //!< 0 for what belongs to no repository
    qint64 number = 0;
    QString text;
};

//! For users, the organisation, teams and repositories: `id` is the database id.
QString encodeNode(NodeKind kind, qint64 id);
QString encodeNode(NodeKind kind, qint64 repositoryId, qint64 number);
QString encodeNode(NodeKind kind, qint64 repositoryId, const QString& text);
//! Kind None where the text is no such id.
DecodedNode decodeNode(const QString& nodeId);

} // namespace slipway::sandbox
