// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/node_ids.h"

#include "base/text.h"

#include <array>
#include <utility>

namespace slipway::sandbox {

namespace {

constexpr std::array<std::pair<NodeKind, const char*>, 12> prefixes{{
    {NodeKind::User, "U"},
    {NodeKind::Organisation, "O"},
    {NodeKind::Team, "T"},
    {NodeKind::Repository, "R"},
    {NodeKind::Ref, "REF"},
    {NodeKind::Commit, "C"},
    {NodeKind::Blob, "B"},
    {NodeKind::PullRequest, "PR"},
    {NodeKind::WorkflowRun, "WFR"},
    {NodeKind::CheckSuite, "CS"},
    {NodeKind::CheckRun, "CR"},
    {NodeKind::Workflow, "W"},
}};

QString finish(NodeKind kind, const Json& array)
{
    const std::vector<std::uint8_t> bytes = Json::to_msgpack(array);
    const QByteArray packed(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    for (const auto& [known, prefix] : prefixes) {
        if (known == kind)
            return QString::fromLatin1(prefix) + u'_'
                + QString::fromLatin1(packed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    return {};
}

} // namespace

QString encodeNode(NodeKind kind, qint64 id) { return finish(kind, Json::array({0, quint64(id)})); }

QString encodeNode(NodeKind kind, qint64 repositoryId, qint64 number)
{
    return finish(kind, Json::array({0, quint64(repositoryId), quint64(number)}));
}

QString encodeNode(NodeKind kind, qint64 repositoryId, const QString& text)
{
    return finish(kind, Json::array({0, quint64(repositoryId), text.toStdString()}));
}

DecodedNode decodeNode(const QString& nodeId)
{
    DecodedNode result;
    const qsizetype underscore = nodeId.indexOf(u'_');
    if (underscore < 0 || nodeId.size() > 400)
        return result;
    const auto packed = QByteArray::fromBase64Encoding(
        nodeId.mid(underscore + 1).toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!packed)
        return result;
    const QByteArray& bytes = *packed;
    const Json array = Json::from_msgpack(bytes.begin(), bytes.end(), true, false);
    if (!array.is_array() || array.size() < 2 || !array[1].is_number_unsigned())
        return result;
    NodeKind kind = NodeKind::None;
    for (const auto& [known, prefix] : prefixes) {
        if (nodeId.left(underscore) == QLatin1StringView(prefix))
            kind = known;
    }
    if (array.size() == 2) {
        result.number = qint64(array[1].get<quint64>());
        if (kind == NodeKind::Repository)
            result.repositoryId = result.number;
    } else {
        result.repositoryId = qint64(array[1].get<quint64>());
        if (array[2].is_number_unsigned())
            result.number = qint64(array[2].get<quint64>());
        else if (array[2].is_string())
            result.text = toQString(array[2].get<std::string>());
        else
            return result;
    }
    result.kind = kind;
    return result;
}

} // namespace slipway::sandbox
