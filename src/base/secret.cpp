// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/redaction.h"

#include <cstring>
#include <utility>

namespace slipway {

Secret::Secret(QByteArray value)
    : m_value(value.constData(), value.size())
{
    redactAlways(QString::fromUtf8(m_value));
}

Secret::Secret(const Secret& other)
    : m_value(other.m_value.constData(), other.m_value.size())
{ }

Secret::Secret(Secret&& other) noexcept
    : m_value(std::exchange(other.m_value, {}))
{ }

Secret& Secret::operator=(Secret other) noexcept
{
    m_value.swap(other.m_value);
    return *this;
}

Secret::~Secret()
{
    if (!m_value.isEmpty())
        explicit_bzero(m_value.data(), size_t(m_value.size()));
}

} // namespace slipway
