// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/redaction.h"

#include <cstring>
#include <utility>

namespace slipway {

namespace {

//! The buffer is overwritten where nobody else holds it: a copy would be made of it otherwise.
template <class Text>
void overwrite(Text& text)
{
    if (!text.isEmpty() && text.isDetached())
        explicit_bzero(text.data(), size_t(text.size()) * sizeof(*text.data()));
}

} // namespace

Secret::Secret(QByteArray value)
    : m_value(value.constData(), value.size())
{
    QString text = QString::fromUtf8(m_value);
    redactAlways(text);
    overwrite(text);
    overwrite(value);
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

Secret::~Secret() { overwrite(m_value); }

} // namespace slipway
