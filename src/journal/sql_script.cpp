// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sql_script.h"

#include "base/text.h"

namespace slipway::journal {

namespace {

class Cutter {
public:
    explicit Cutter(const QString& script)
        : m_script(script)
    { }

    QStringList cut()
    {
        while (m_at < m_script.size())
            take();
        finish();
        return m_statements;
    }

private:
    void take()
    {
        const QChar c = m_script[m_at];
        if (m_script.mid(m_at, 2) == u"--"_s) {
            skipTo(u"\n"_s);
        } else if (m_script.mid(m_at, 2) == u"/*"_s) {
            m_at += 2;
            skipTo(u"*/"_s);
        } else if (c == u'\'' || c == u'"' || c == u'`' || c == u'[') {
            quoted(c == u'[' ? u']' : c);
        } else if (c.isLetter() || c == u'_') {
            word();
        } else if (c == u';' && m_depth == 0) {
            ++m_at;
            finish();
        } else {
            m_statement += c;
            ++m_at;
        }
    }

    void skipTo(const QString& end)
    {
        const auto found = m_script.indexOf(end, m_at);
        m_at = found < 0 ? m_script.size() : found + end.size();
        m_statement += u' ';
    }

    //! A doubled quote reads as two quoted texts side by side, which comes to the same here.
    void quoted(QChar end)
    {
        const auto found = m_script.indexOf(end, m_at + 1);
        const auto after = found < 0 ? m_script.size() : found + 1;
        m_statement += m_script.mid(m_at, after - m_at);
        m_at = after;
    }

    void word()
    {
        const auto start = m_at;
        while (m_at < m_script.size() && (m_script[m_at].isLetterOrNumber() || m_script[m_at] == u'_'))
            ++m_at;
        const auto text = m_script.mid(start, m_at - start);
        m_statement += text;
        const auto upper = text.toUpper();
        if (m_words < 4 && upper == u"TRIGGER"_s && m_first == u"CREATE"_s)
            m_trigger = true;
        if (m_words++ == 0)
            m_first = upper;
        if (m_trigger && (upper == u"BEGIN"_s || upper == u"CASE"_s))
            ++m_depth;
        else if (m_trigger && upper == u"END"_s && m_depth > 0)
            --m_depth;
    }

    void finish()
    {
        if (const auto statement = m_statement.trimmed(); !statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
        m_first.clear();
        m_words = 0;
        m_depth = 0;
        m_trigger = false;
    }

    const QString& m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QString m_first; //!< first word of the statement
    int m_words = 0;
    int m_depth = 0; //!< of BEGIN and CASE inside a trigger
    bool m_trigger = false;
    QStringList m_statements;
};

} // namespace

QStringList statementsOf(const QString& script) { return Cutter(script).cut(); }

} // namespace slipway::journal
