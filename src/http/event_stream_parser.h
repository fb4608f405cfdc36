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
    //! An event with a line or data beyond this is left out, whole, and no more of it is kept in memory. What comes after it
    //! is read: whoever sends large ones must not keep the others' out.
    static constexpr qsizetype largestEvent = 1024 * 1024;

private:
    void takeLine(qsizetype from, qsizetype to, QList<StreamEvent>& events);
    void take(const QByteArray& line, QList<StreamEvent>& events);

    QByteArray m_buffer, m_type, m_data, m_id, m_lastId;
    qsizetype m_scanned = 0; //!< no end of a line stands before this
    bool m_hasData = false, m_begun = false;
    bool m_isLineTooLong = false; //!< the one that has not ended
    bool m_isTooLarge = false; //!< the event that has not ended
    std::optional<int> m_retry;
};

} // namespace slipway::http
