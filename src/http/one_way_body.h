// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/crash_point.h"

#include <QIODevice>

#include <cstring>

namespace slipway::http {

//! A body that can be read once. When a connection dies before the answer, QNetworkAccessManager rewinds the body and
//! sends the request again, also a POST; a body that cannot be rewound is the one thing that keeps it from that.
class OneWayBody final : public QIODevice {
public:
    explicit OneWayBody(QByteArray bytes, QObject* parent = nullptr)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(ReadOnly);
    }

    bool isSequential() const override { return true; }
    //! Overridden because QIODevice's own prints a warning for sequential devices.
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char* data, qint64 maximum) override
    {
        crashPoint("upload.body");
        if (m_position >= m_bytes.size())
            return -1;
        const qint64 count = std::min(maximum, m_bytes.size() - m_position);
        std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace slipway::http
