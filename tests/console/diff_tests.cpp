// SPDX-License-Identifier: GPL-3.0-or-later
// A difference taken apart, and shown in one column and in two.
#include "base/text.h"
#include "console/diff_text.h"
#include "console/diff_view.h"
#include "console/theme.h"
#include "console/translation.h"

#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace slipway;
using namespace slipway::console;
using Kind = DiffLine::Kind;

namespace {

const QString diff = QStringLiteral("--- a/environments/dev.json\n"
                                    "+++ b/environments/dev.json\n"
                                    "@@ -3,4 +3,5 @@ services\n"
                                    " first\n"
                                    "-  \"zone\": \"public\",\n"
                                    "+  \"zone\": \"protected\",\n"
                                    "+  \"mongo\": true\n"
                                    " second\n"
                                    " third\n"
                                    "@@ -40,2 +41,1 @@\n"
                                    " fortieth\n"
                                    "--- a remark in SQL\n");

QList<Kind> kinds(const QList<DiffLine>& lines)
{
    QList<Kind> found;
    for (const DiffLine& line : lines)
        found += line.kind;
    return found;
}

QString marked(const DiffLine& line) { return line.text.mid(line.markFrom, line.markLength); }

DiffText& text(DiffView& view, const char* name) { return *view.findChild<DiffText*>(QLatin1String(name)); }

QTextCharFormat formatAt(const DiffText& where, int row, int column)
{
    QTextCursor cursor(where.document()->findBlockByNumber(row));
    cursor.setPosition(cursor.position() + column + 1); // the format of what stands before the cursor
    return cursor.charFormat();
}

} // namespace

class DiffTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void hunksAreReadByTheirCounts()
    {
        const auto lines = readDiff(diff);
        QCOMPARE(kinds(lines),
            (QList<Kind>{Kind::Heading, Kind::Heading, Kind::Hunk, Kind::Same, Kind::Removed, Kind::Added, Kind::Added,
                Kind::Same, Kind::Same, Kind::Hunk, Kind::Same, Kind::Removed}));
        QCOMPARE(lines.last().text, u"-- a remark in SQL"_s); // and no heading
        QCOMPARE(lines[4].before, 4);
        QCOMPARE(lines[4].after, 0);
        QCOMPARE(lines[6].after, 5);
        QCOMPARE(lines[7].before, 5);
        QCOMPARE(lines[7].after, 6);
        QCOMPARE(lines.last().before, 41);
        QCOMPARE(changesOf(lines), (QList<int>{4, 11}));
        QVERIFY(readDiff({}).isEmpty());
        QCOMPARE(readDiff(u"@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file"_s).last().kind, Kind::Remark);
    }

    void whatDiffersWithinALineIsMarked()
    {
        const auto lines = readDiff(diff);
        QCOMPARE(marked(lines[4]), u"ublic"_s);
        QCOMPARE(marked(lines[5]), u"rotected"_s);
        QCOMPARE(lines[6].markLength, 0); // there was none before it
        const auto other = readDiff(u"@@ -1,2 +1,2 @@\n-one thing here\n-x\n+quite another text\n+xy\n"_s);
        QCOMPARE(other[1].markLength, 0); // the two have nothing in common
        QCOMPARE(marked(other[4]), u"y"_s);
        const auto inserted = readDiff(u"@@ -1 +1 @@\n-a: [x, z]\n+a: [x, y, z]\n"_s);
        QCOMPARE(inserted[1].markLength, 0);
        QCOMPARE(marked(inserted[2]).size(), qsizetype(3));
        // Two smileys share their first half: the character is marked whole.
        const auto smileys = readDiff(u"@@ -1 +1 @@\n-text \U0001F600 end\n+text \U0001F601 end\n"_s);
        QCOMPARE(marked(smileys[1]), u"\U0001F600"_s);
        QCOMPARE(marked(smileys[2]), u"\U0001F601"_s);
    }

    void sidesStandBesideEachOther()
    {
        const auto rows = besideEachOther(readDiff(diff));
        QCOMPARE(rows.size(), 11);
        QCOMPARE(rows[4], (std::pair<int, int>{4, 5}));
        QCOMPARE(rows[5], (std::pair<int, int>{-1, 6}));
        QCOMPARE(rows[6], (std::pair<int, int>{7, 7}));
        QCOMPARE(rows.last(), (std::pair<int, int>{11, -1}));
    }

    void oneColumnAndTwoShowTheSameWithSigns()
    {
        DiffView view;
        view.resize(800, 300);
        view.show();
        view.showDiff(diff);
        QCOMPARE(text(view, "unified").toPlainText() + u'\n', diff);
        view.findChild<QToolButton*>(u"sideBySide"_s)->click();
        QVERIFY(view.isSideBySide());
        const QStringList before = text(view, "before").toPlainText().split(u'\n');
        const QStringList after = text(view, "after").toPlainText().split(u'\n');
        QCOMPARE(before.size(), after.size());
        QCOMPARE(before[4], u"-  \"zone\": \"public\","_s);
        QCOMPARE(after[4], u"+  \"zone\": \"protected\","_s);
        QCOMPARE(before[5], QString());
        QCOMPARE(after[5], u"+  \"mongo\": true"_s);
        text(view, "before").verticalScrollBar()->setValue(2);
        QCOMPARE(text(view, "after").verticalScrollBar()->value(), text(view, "before").verticalScrollBar()->value());
    }

    void aSeparatorInALineIsNoLineOfItsOwn()
    {
        DiffView view;
        QString odd = diff;
        odd.replace(u" first"_s, u" fi\u2028r\u2029s"_s + QChar(0xfdd0) + u"t"_s);
        view.showDiff(odd);
        const auto* document = text(view, "unified").document();
        QCOMPARE(document->blockCount(), int(diff.count(u'\n')));
        QCOMPARE(document->findBlockByNumber(4).text(), u"-  \"zone\": \"public\","_s);
        QCOMPARE(document->findBlockByNumber(3).lineCount(), 1);
        QVERIFY(!document->findBlockByNumber(3).text().contains(QChar(0x2028)));
    }

    void theKeyboardGoesFromChangeToChange()
    {
        DiffView view;
        view.resize(800, 200);
        view.show();
        view.showDiff(diff);
        auto* place = view.findChild<QLabel*>(u"changePlace"_s);
        QCOMPARE(place->text(), u"2 changes"_s);
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view)); // keys go to the active window alone
        auto& unified = text(view, "unified");
        unified.setFocus();
        QVERIFY(!view.findChild<QToolButton*>(u"previousChange"_s)->isEnabled());
        QTest::keyClick(&unified, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(unified.currentRow(), 4);
        QCOMPARE(place->text(), u"Change 1 of 2"_s);
        QTest::keyClick(&unified, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(unified.currentRow(), 11);
        QVERIFY(!view.findChild<QToolButton*>(u"nextChange"_s)->isEnabled());
        view.setSideBySide(true); // stays at what was looked at
        QCOMPARE(text(view, "after").currentRow(), 10);
        QCOMPARE(place->text(), u"Change 2 of 2"_s);
        text(view, "after").setFocus();
        QTest::keyClick(&text(view, "after"), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(text(view, "before").currentRow(), 4);
    }

    void coloursAreNotNeeded()
    {
        DiffView view;
        view.show();
        view.setPalette(Theme::light());
        view.showDiff(diff);
        auto& unified = text(view, "unified");
        const auto ground = [&](int row) {
            return unified.document()->findBlockByNumber(row).blockFormat().background().style() != Qt::NoBrush;
        };
        QVERIFY(ground(4) && ground(5));
        QVERIFY(!ground(3));
        QVERIFY(formatAt(unified, 4, 13).hasProperty(QTextFormat::BackgroundBrush)); // "ublic"
        QVERIFY(!formatAt(unified, 4, 3).hasProperty(QTextFormat::BackgroundBrush));
        view.setPalette(Theme::highContrast(true));
        QCoreApplication::processEvents();
        QVERIFY(!ground(4));
        QVERIFY(formatAt(unified, 4, 13).fontUnderline());
        QVERIFY(!formatAt(unified, 4, 3).fontUnderline());
    }

    void textThatIsNoDiffIsLeftAsItIs()
    {
        DiffView view;
        view.show();
        view.showDiff(diff);
        view.showText(u"- a point\n+ another"_s);
        QCOMPARE(text(view, "unified").toPlainText(), u"- a point\n+ another"_s);
        QVERIFY(text(view, "unified").document()->begin().blockFormat().background().style() == Qt::NoBrush);
        QVERIFY(!view.findChild<QToolButton*>(u"nextChange"_s)->isVisible());
    }

    void theWayOfShowingIsKept()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        {
            DiffView view;
            view.keepIn(settings);
            QVERIFY(!view.isSideBySide());
            view.findChild<QToolButton*>(u"sideBySide"_s)->click();
        }
        DiffView view;
        view.keepIn(settings);
        QVERIFY(view.isSideBySide());
    }
};

QTEST_MAIN(DiffTests)
#include "diff_tests.moc"
