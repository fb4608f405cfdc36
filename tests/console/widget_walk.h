// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

class QWidget;

namespace slipway::test {

//! Looks at every widget that shows, with PseudoTranslator installed: is each text one that went through tr(), or known
//! data; and has it the room that it needs? Faults are kept once each, with the widget's place.
class WidgetWalk {
public:
    //! Data that may show as it is: names, titles of workflows, people's own words.
    void allow(const QString& data)
    {
        m_data += data;
        m_known.clear();
    }
    void look(QWidget* top, const QString& stage);
    const QStringList& untranslated() const { return m_untranslated; }
    const QStringList& cut() const { return m_cut; }
    qsizetype texts() const { return m_texts; }
    //! Whether a text is translated or data; what is neither is given back.
    QString strange(const QString& text) const;

private:
    void text(const QWidget* widget, const char* what, const QString& text);
    void tight(const QWidget* widget, const QString& text, int has, int needs, const char* measure = "wide");
    void lookAt(QWidget* widget);
    void room(QWidget* widget);

    mutable QHash<QString, QString> m_known;
    QStringList m_data, m_untranslated, m_cut;
    QString m_stage;
    qsizetype m_texts = 0;
};

} // namespace slipway::test
