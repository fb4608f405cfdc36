// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace slipway::http {

struct StreamEvent {
    QByteArray type; //!< "message" where the server names none
    QByteArray data;
};

//! Server-Sent Events out of bytes that come in pieces (the HTML standard's rules: UTF-8, lines ended by CR, LF or both).
class EventStreamParser {
public:
    //! The events that are whole with these bytes.
    QList<StreamEvent> add(const QByteArray& bytes);
    //! The last event's id, for the header Last-Event-ID; kept over a new connection.
    QByteArray lastId() const { return m_lastId; }
    //! How long the server wants a client to wait before it comes back, in ms.
    std::optional<int> retry() const { return m_retry; }
    //! A new connection: what was not whole is forgotten.
    void restart();
    //! An event that grows beyond this is given up, and the stream with it.
    static constexpr qsizetype largestEvent = 30 * 1024 * 1024;
    bool isTooLarge() const { return m_buffer.size() + m_data.size() > largestEvent; }

private:
    void take(const QByteArray& line, QList<StreamEvent>& events);

    QByteArray m_buffer, m_type, m_data, m_id, m_lastId;
    qsizetype m_scanned = 0; //!< no end of a line stands before this
    bool m_hasData = false, m_begun = false;
    std::optional<int> m_retry;
};

} // namespace slipway::http
