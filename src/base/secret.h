// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace slipway {

//! A credential in memory. It has no stream operator and no conversion to text, so that it cannot slip into a log, an
//! event or a model; reveal() is called where the Authorization header is written and nowhere else.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    ~Secret();
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret other) noexcept;

    bool isEmpty() const { return m_value.isEmpty(); }
    const QByteArray& reveal() const { return m_value; }

private:
    QByteArray m_value; //!< always detached: zeroing one copy zeroes no other
};

} // namespace slipway
