// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any JSON text, tried with some thousands of random ones. The seeds are fixed: a failure names its
// own and comes back.
#include "base/text.h"
#include "edit_checks.h"
#include "workflow/json_pointer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace slipway;

namespace {

//! Writes random JSON in a random, often ugly style.
class RandomJson {
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
        , m_newline(m_random.bounded(3) == 0 ? "\r\n" : "\n")
        , m_unit(pick({"", "  ", "    ", "\t", " "}))
        , m_bom(m_random.bounded(8) == 0)
        , m_finalNewline(m_random.bounded(2) == 0)
        , m_spacesInEmpty(false)
    { }

    QByteArray document(bool withSpacesInEmpty)
    {
        m_spacesInEmpty = withSpacesInEmpty;
        QByteArray text = m_bom ? "\xEF\xBB\xBF" : "";
        text += container(0, m_random.bounded(2) == 0);
        if (m_finalNewline)
            text += m_newline;
        return text;
    }

    Json value(int depth)
    {
        switch (m_random.bounded(depth > 2 ? 5 : 7)) {
        case 0: return nullptr;
        case 1: return m_random.bounded(2) == 0;
        case 2: return m_random.bounded(-100000, 100000);
        case 3: return m_random.bounded(1000) / 8.0;
        case 4: return word().toStdString();
        case 5: {
            Json array = Json::array();
            for (int i = m_random.bounded(4); i > 0; --i)
                array.push_back(value(depth + 1));
            return array;
        }
        default: {
            Json object = Json::object();
            for (int i = m_random.bounded(4); i > 0; --i)
                object[word().toStdString()] = value(depth + 1);
            return object;
        }
        }
    }

    int bounded(int limit) { return int(m_random.bounded(limit)); }

private:
    QByteArray pick(const QByteArrayList& list) { return list.at(m_random.bounded(int(list.size()))); }
    QString word() { return u"w%1é\"\\/"_s.arg(m_random.bounded(1000000)).left(3 + m_random.bounded(9)); }
    QByteArray spelledWord()
    {
        return "\"n" + QByteArray::number(m_random.bounded(100000000))
            + pick({"", "\\u00e9", "\xC3\xA9", "\\\"", "\\/", " "}) + "\"";
    }
    QByteArray scalar()
    {
        return pick(
            {"null", "true", "false", "1.50", "-0", "1E+2", "0.10", "12345678901234567890", "\"\\u0041\"", "\"\""});
    }
    QByteArray space() { return m_random.bounded(6) == 0 ? pick({" ", "  ", "\t"}) : ""; }

    QByteArray container(int depth, bool isObject)
    {
        const int count = m_random.bounded(5);
        const char* brackets = isObject ? "{}" : "[]";
        if (count == 0)
            return QByteArray(1, brackets[0])
                + (m_spacesInEmpty ? pick({"", " ", m_newline, m_newline + m_unit, " " + m_newline + "  "}) : "")
                + brackets[1];
        const bool multiLine = m_random.bounded(3) != 0;
        const auto indentation = m_newline + m_unit.repeated(depth + 1);
        const auto comma = pick({", ", ",", " ,"});
        QByteArray text(1, brackets[0]);
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                text += multiLine ? QByteArray(",") + space() : comma;
            if (multiLine)
                text += indentation;
            if (isObject)
                text += spelledWord() + pick({": ", ":", " : "});
            text += depth < 4 && m_random.bounded(2) == 0 ? container(depth + 1, m_random.bounded(2) == 0) : scalar();
        }
        text += space();
        if (multiLine)
            text += m_newline + m_unit.repeated(depth);
        return text + brackets[1];
    }

    QRandomGenerator m_random;
    QByteArray m_newline, m_unit;
    bool m_bom, m_finalNewline, m_spacesInEmpty;
};

struct Place {
    QString pointer;
    bool isObject;
};

//! Every container of the text.
QList<Place> containers(const Json& value, const QString& pointer = {})
{
    QList<Place> places;
    if (!value.is_structured())
        return places;
    places.append({pointer, value.is_object()});
    qsizetype index = 0;
    for (const auto& [name, child] : value.items())
        places.append(
            containers(child, value.is_object() ? pointerTo(pointer, toQString(name)) : pointerTo(pointer, index++)));
    return places;
}

//! The edit that puts `value` at the end of the place. A wrapped element has no equal and suits any array.
Json insertion(const Place& place, const Json& value)
{
    if (place.isObject)
        return Json{{"insertMember", place.pointer.toStdString()}, {"name", "a new/name~"}, {"value", value}};
    return Json{{"appendUnlessMatch", place.pointer.toStdString()}, {"member", "m"}, {"value", {{"m", value}}}};
}

Json removal(const Place& place, const Json& edit)
{
    if (place.isObject)
        return Json{{"removeMember", place.pointer.toStdString()}, {"name", "a new/name~"}};
    return Json{{"removeElement", place.pointer.toStdString()}, {"value", edit.at("value")}};
}

Json inserted(Json document, const Place& place, const Json& edit)
{
    auto& target = document[Json::json_pointer(place.pointer.toStdString())];
    if (place.isObject)
        target["a new/name~"] = edit.at("value");
    else
        target.push_back(edit.at("value"));
    return document;
}

} // namespace

class JsonEditPropertiesTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void insertingKeepsEveryOtherByteAndMeansWhatItSays()
    {
        int tried = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            RandomJson random(seed);
            const auto text = random.document(true);
            const auto before = parseJson(text);
            QVERIFY2(before.ok(), qPrintable(u"seed %1"_s.arg(seed)));
            for (const auto& place : containers(*before)) {
                const auto edit = insertion(place, random.value(0));
                const auto edited = applyEdit(text, edit);
                if (!edited.ok()) {
                    // Only an array with other things than objects is refused.
                    QVERIFY2(!place.isObject, qPrintable(u"seed %1 at %2"_s.arg(seed).arg(place.pointer)));
                    continue;
                }
                ++tried;
                const auto where = u"seed %1 at \"%2\":\n%3\nbecame\n%4"_s.arg(seed).arg(
                    place.pointer, QString::fromUtf8(text), QString::fromUtf8(*edited));
                QVERIFY2(isInsertion(text, *edited), qPrintable(where));
                const auto after = parseJson(*edited);
                QVERIFY2(after.ok(), qPrintable(where));
                // In order too: what is new stands last.
                QVERIFY2(toBytes(*after) == toBytes(inserted(*before, place, edit)), qPrintable(where));
            }
        }
        QVERIFY2(tried > 3000, qPrintable(QString::number(tried)));
    }

    void takingOutWhatWasPutInGivesTheSameBytes()
    {
        int tried = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            RandomJson random(seed);
            // An empty container's inner spaces belong to no value, so they go with the last one that is taken out.
            const auto text = random.document(false);
            const auto before = parseJson(text);
            QVERIFY(before.ok());
            for (const auto& place : containers(*before)) {
                const auto edit = insertion(place, random.value(0));
                const auto edited = applyEdit(text, edit);
                if (!edited.ok())
                    continue;
                const auto back = applyEdit(*edited, removal(place, edit));
                QVERIFY(back.ok());
                QVERIFY2(*back == text,
                    qPrintable(u"seed %1 at \"%2\":\n%3"_s.arg(seed).arg(place.pointer, QString::fromUtf8(text))));
                ++tried;
            }
        }
        QVERIFY2(tried > 3000, qPrintable(QString::number(tried)));
    }

    void removingAnyMemberRemovesOneRunOfBytesAndNothingElse()
    {
        int tried = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            RandomJson random(seed);
            const auto text = random.document(true);
            const auto before = *parseJson(text);
            for (const auto& place : containers(before)) {
                const auto& object = before.at(Json::json_pointer(place.pointer.toStdString()));
                if (!place.isObject || object.empty())
                    continue;
                auto name = object.begin();
                std::advance(name, random.bounded(int(object.size())));
                const auto edited =
                    applyEdit(text, Json{{"removeMember", place.pointer.toStdString()}, {"name", name.key()}});
                QVERIFY(edited.ok());
                QVERIFY2(isInsertion(*edited, text), qPrintable(u"seed %1 at %2"_s.arg(seed).arg(place.pointer)));
                auto expected = before;
                expected[Json::json_pointer(place.pointer.toStdString())].erase(name.key());
                const auto after = parseJson(*edited);
                QVERIFY(after.ok());
                QCOMPARE(toBytes(*after), toBytes(expected));
                ++tried;
            }
        }
        QVERIFY2(tried > 1000, qPrintable(QString::number(tried)));
    }

    void anyTextThatIsCutOrChangedEndsInAValueOrAnError()
    {
        int accepted = 0;
        for (quint32 seed = 1; seed <= 3000; ++seed) {
            RandomJson random(seed);
            auto text = random.document(true);
            const int at = random.bounded(int(text.size()));
            if (seed % 2)
                text.truncate(at);
            else
                text[at] = char(random.bounded(256));
            const auto places = scanJson(text);
            const auto parsed = parseJson(text);
            // Two readers that share nothing agree on what is JSON.
            QVERIFY2(places.ok() == parsed.ok(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(QString::fromLatin1(text))));
            accepted += places.ok() ? 1 : 0;
        }
        QVERIFY(accepted > 100 && accepted < 2900);
    }
};

QTEST_GUILESS_MAIN(JsonEditPropertiesTests)
#include "json_edit_properties_tests.moc"
