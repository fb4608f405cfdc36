// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/event_stream_parser.h"

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
        take(m_buffer.mid(from, at - from), events);
        if (c == '\r' && m_buffer[at + 1] == '\n')
            ++at;
        from = at + 1;
    }
    m_buffer.remove(0, from);
    m_scanned = m_buffer.endsWith('\r') ? m_buffer.size() - 1 : m_buffer.size();
    return events;
}

void EventStreamParser::take(const QByteArray& line, QList<StreamEvent>& events)
{
    if (line.isEmpty()) {
        m_lastId = m_id;
        if (m_hasData)
            events.append({m_type.isEmpty() ? QByteArray("message") : m_type, m_data});
        m_type.clear();
        m_data.clear();
        m_hasData = false;
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
        m_data += value;
        m_hasData = true;
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
    m_hasData = m_begun = false;
    m_scanned = 0;
}

} // namespace slipway::http
