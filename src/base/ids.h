// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace slipway {

//! A text identifier with a type of its own, so that a step's id is never taken for a run's.
template <class Tag>
class TextId {
public:
    TextId() = default;
    explicit TextId(QString text)
        : m_text(std::move(text))
    { }
    const QString& text() const { return m_text; }
    std::string utf8() const { return m_text.toStdString(); }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TextId&, const TextId&) = default;
    friend bool operator<(const TextId& a, const TextId& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId& id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using RunId = TextId<struct RunIdTag>; //!< 26 characters, sorts by the time of the start (see newRunId)
using StepId = TextId<struct StepIdTag>; //!< kebab-case, unique within a workflow
using CommandId = TextId<struct CommandIdTag>; //!< made by whoever gives the command; the same id twice is one act
using EffectId = TextId<struct EffectIdTag>; //!< "STEP/ATTEMPT/ORDINAL", unique within a run

//! A fresh id whose first ten characters are the start in milliseconds (Crockford base 32), the rest random.
RunId newRunId(qint64 startMs);
//! The same, with a rest that is always the same for the same seed.
RunId runIdFrom(qint64 startMs, const QByteArray& seed);
CommandId newCommandId();

} // namespace slipway
