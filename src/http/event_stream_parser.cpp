// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/event_stream_parser.h"

#include <utility>

namespace slipway::http {

QList<StreamEvent> EventStreamParser::add(const QByteArray& bytes)
{
    m_buffer += bytes;
    if (!m_begun && m_buffer.size() >= 3) {
        if (m_buffer.startsWith("\xef\xbb\xbf")) {
            m_buffer.remove(0, 3);
            m_scanned = 0;
        }
        m_begun = true;
    }
    QList<StreamEvent> events;
    qsizetype from = 0;
    for (qsizetype at = m_scanned; at < m_buffer.size(); ++at) {
        const char c = m_buffer[at];
        if (c != '\n' && c != '\r')
            continue;
        // A CR may be half of an end of line whose other half has not come yet.
        if (c == '\r' && at + 1 == m_buffer.size())
            break;
        takeLine(from, at, events);
        if (c == '\r' && m_buffer[at + 1] == '\n')
            ++at;
        from = at + 1;
    }
    m_buffer.remove(0, from);
    if (m_buffer.size() - (m_buffer.endsWith('\r') ? 1 : 0) > largestEvent) {
        m_isLineTooLong = true;
        m_buffer = m_buffer.right(1); // it may be the first half of an end of line
    }
    m_scanned = m_buffer.endsWith('\r') ? m_buffer.size() - 1 : m_buffer.size();
    return events;
}

void EventStreamParser::takeLine(qsizetype from, qsizetype to, QList<StreamEvent>& events)
{
    if (std::exchange(m_isLineTooLong, false) || to - from > largestEvent)
        m_isTooLarge = true;
    else
        take(m_buffer.mid(from, to - from), events);
}

void EventStreamParser::take(const QByteArray& line, QList<StreamEvent>& events)
{
    if (line.isEmpty()) {
        m_lastId = m_id;
        if (m_hasData && !m_isTooLarge)
            events.append({m_type.isEmpty() ? QByteArray("message") : m_type, m_data});
        m_type.clear();
        m_data.clear();
        m_hasData = m_isTooLarge = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "data") {
        if (m_hasData)
            m_data += '\n';
        m_hasData = true;
        m_isTooLarge = m_isTooLarge || m_data.size() + value.size() > largestEvent;
        if (m_isTooLarge)
            m_data.clear();
        else
            m_data += value;
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id" && !value.contains('\0')) {
        m_id = value;
    } else if (field == "retry") {
        bool ok = false;
        const int ms = value.toInt(&ok);
        if (ok && ms >= 0)
            m_retry = ms;
    }
}

void EventStreamParser::restart()
{
    m_buffer.clear();
    m_type.clear();
    m_data.clear();
    m_id = m_lastId;
    m_hasData = m_begun = m_isLineTooLong = m_isTooLarge = false;
    m_scanned = 0;
}

} // namespace slipway::http
