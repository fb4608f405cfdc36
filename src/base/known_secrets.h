// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMultiHash>
#include <QString>

#include <bitset>
#include <map>

namespace slipway {

//! Values that are found again in texts without being kept: of each there is its length and two digests, made with a key
//! of this process.
class KnownSecrets {
public:
    KnownSecrets();

    void add(QStringView secret);
    //! The text with "(redacted)" in place of each of them. Time grows with its length and with how many lengths there are.
    QString hide(const QString& text) const;

private:
    //! Those of one length.
    struct Group {
        quint64 highest = 1; //!< what the first of so many characters is multiplied by
        std::bitset<4096> quick; //!< most of what is none of them is known by one look
        QMultiHash<quint64, QByteArray> digests; //!< by the hash that rolls
    };

    quint64 next(quint64 hash, QChar c) const { return hash * m_base + c.unicode(); }
    static std::size_t quickOf(quint64 hash) { return std::size_t(hash >> 52); }
    bool isOne(const Group& group, quint64 hash, QStringView text) const;
    QByteArray digestOf(QStringView text) const;

    std::map<qsizetype, Group> m_groups; //!< by length, the shortest first
    quint64 m_base;
    QByteArray m_key;
};

} // namespace slipway
