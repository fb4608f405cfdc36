// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/known_secrets.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway {

namespace {

QByteArray randomKey()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words);
}

} // namespace

KnownSecrets::KnownSecrets()
    : m_base(QRandomGenerator::system()->generate64() | 1) // odd: no character is multiplied away
    , m_key(randomKey())
{ }

QByteArray KnownSecrets::digestOf(QStringView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_key);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(text.utf16()), text.size() * qsizetype(sizeof(QChar))));
    return hash.result();
}

void KnownSecrets::add(QStringView secret)
{
    if (secret.isEmpty())
        return;
    auto& group = m_groups[secret.size()];
    quint64 hash = 0, highest = 1;
    for (qsizetype i = 0; i < secret.size(); ++i) {
        hash = next(hash, secret[i]);
        highest *= i > 0 ? m_base : 1;
    }
    group.highest = highest;
    const QByteArray digest = digestOf(secret);
    if (group.digests.contains(hash, digest))
        return;
    group.digests.insert(hash, digest);
    group.quick.set(quickOf(hash));
}

bool KnownSecrets::isOne(const Group& group, quint64 hash, QStringView text) const
{
    return group.quick.test(quickOf(hash)) && group.digests.contains(hash)
        && group.digests.contains(hash, digestOf(text));
}

QString KnownSecrets::hide(const QString& text) const
{
    struct Place {
        qsizetype from, to;
    };
    std::vector<Place> places;
    const QStringView all(text);
    for (const auto& [length, group] : m_groups) {
        if (all.size() < length)
            break;
        quint64 hash = 0;
        for (qsizetype at = 0; at < all.size(); ++at) {
            if (at >= length)
                hash -= group.highest * all[at - length].unicode();
            hash = next(hash, all[at]);
            const qsizetype from = at + 1 - length;
            if (from >= 0 && isOne(group, hash, all.mid(from, length)))
                places.push_back({from, at + 1});
        }
    }
    if (places.empty())
        return text;
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.from < b.from; });
    QString clean;
    qsizetype done = 0;
    for (const auto& place : places) {
        if (place.from >= done) { // else it overlaps with the one before
            clean += all.mid(done, place.from - done);
            clean += "(redacted)"_L1;
        }
        done = std::max(done, place.to);
    }
    clean += all.mid(done);
    return clean;
}

} // namespace slipway
