// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/file_change.h"
#include "workflow/file_path.h"

#include <QTest>

using namespace slipway;

namespace {

Json scope()
{
    return Json{
        {"inputs", {{"name", "svc"}}}, {"settings", {{"environments", Json::array({"dev", "prod"})}, {"one", "x"}}}};
}

Result<QList<FileChange>> expanded(const QByteArray& files) { return expandFiles(*parseJson(files), scope()); }

} // namespace

class FileChangeTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expandsOneFileForEachElement()
    {
        const auto files = expanded(
            "[{\"path\": \"{{ inputs.name }}.env\", \"content\": \"# {{ inputs.name }} \xC3\xA9\\n\"},"
            "{\"forEach\": \"settings.environments\", \"as\": \"env\", \"path\": \"e/{{ env }}/x.json\", \"edit\":"
            "[{\"insertMember\": \"/0\", \"name\": \"{{ inputs.name }}\", \"value\": {\"env\": \"{{ env }}\"}}]},"
            "{\"path\": \"old.txt\", \"remove\": true}]");
        QVERIFY(files.ok());
        QCOMPARE(files->size(), 4);
        QCOMPARE(files->at(0).path, u"svc.env"_s);
        QCOMPARE(*files->at(0).content, QByteArray("# svc \xC3\xA9\n"));
        QCOMPARE(files->at(1).path, u"e/dev/x.json"_s);
        QCOMPARE(
            toBytes(files->at(1).edits), QByteArray(R"([{"insertMember":"/0","name":"svc","value":{"env":"dev"}}])"));
        QVERIFY(!files->at(1).content);
        QCOMPARE(files->at(2).path, u"e/prod/x.json"_s);
        QVERIFY(files->at(3).remove);
    }

    void refusesWhatCannotBeExpanded_data()
    {
        QTest::addColumn<QByteArray>("files");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("about");
        QTest::newRow("nothing there") << QByteArray(R"([{"path": "{{ inputs.gone }}a", "content": ""}])")
                                       << errc::templateUnresolved << u"inputs.gone"_s;
        QTest::newRow("same path") << QByteArray(
            R"([{"path": "svc", "content": ""}, {"path": "{{ inputs.name }}", "content": ""}])")
                                   << errc::templateInvalid << u"the path stands twice among the files"_s;
        QTest::newRow("forEach without its name in the path")
            << QByteArray(R"([{"forEach": "settings.environments", "as": "env", "path": "a", "content": ""}])")
            << errc::templateInvalid << u"the path stands twice among the files"_s;
        QTest::newRow("forEach over a text")
            << QByteArray(R"([{"forEach": "settings.one", "as": "env", "path": "{{ env }}", "content": ""}])")
            << errc::templateInvalid << u"forEach needs a list"_s;
        QTest::newRow("forEach over nothing")
            << QByteArray(R"([{"forEach": "settings.none", "as": "env", "path": "{{ env }}", "content": ""}])")
            << errc::templateUnresolved << u"settings.none"_s;
        QTest::newRow("climbs out") << QByteArray(R"([{"path": "../{{ inputs.name }}", "content": ""}])")
                                    << errc::templateInvalid << u"the path holds \".\" or \"..\""_s;
        QTest::newRow("no list") << QByteArray("{}") << errc::templateInvalid << u"files must be a list"_s;
    }
    void refusesWhatCannotBeExpanded()
    {
        QFETCH(QByteArray, files);
        QFETCH(QString, code);
        const auto result = expanded(files);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, code);
        QTEST(textAt(result.error().args, code == errc::templateInvalid ? "reason" : "path"), "about");
    }

    void onlyPathsBelowTheRootAreSafe()
    {
        for (const auto& path : {u"a"_s, u"a/b.json"_s, u".github/workflows/x.yml"_s, u"a b/é"_s, u"..a/b.."_s})
            QVERIFY2(whyUnsafePath(path).isEmpty(), qPrintable(path));
        for (const auto& path : {u""_s, u"/a"_s, u"a/"_s, u"a//b"_s, u"."_s, u"a/../b"_s, u"./a"_s, u"a\\b"_s,
                 u"a\nb"_s, u".git/config"_s, u".GIT/config"_s})
            QVERIFY2(!whyUnsafePath(path).isEmpty(), qPrintable(path));
    }

    void plansNewFiles()
    {
        const FileChange change{.path = u"a"_s, .content = "x\n"};
        const auto fresh = planFile(change, std::nullopt);
        QVERIFY(fresh.ok() && fresh->changes());
        QCOMPARE(*fresh->after, QByteArray("x\n"));
        const auto same = planFile(change, QByteArray("x\n"));
        QVERIFY(same.ok());
        QVERIFY(!same->changes());
        const auto other = planFile(change, QByteArray("x"));
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, errc::fileExists);
        QCOMPARE(textAt(other.error().args, "path"), u"a"_s);
        // A file without bytes is a file, not a missing one.
        const auto empty = planFile({.path = u"a"_s, .content = QByteArray("")}, std::nullopt);
        QVERIFY(empty.ok());
        QVERIFY(empty->changes());
    }

    void plansEdits()
    {
        const auto edits = *parseJson(
            R"([{"appendUnique": "", "value": "a"}, {"appendUnique": "", "value": "b"}, {"appendUnique": "", "value": "b"}])");
        const FileChange change{.path = u"l.json"_s, .edits = edits};
        const auto planned = planFile(change, QByteArray("[\"a\"]\n"));
        QVERIFY(planned.ok());
        QCOMPARE(*planned->after, QByteArray("[\"a\", \"b\"]\n"));
        QCOMPARE(*planned->before, QByteArray("[\"a\"]\n"));
        QVERIFY(planned->changes());
        QVERIFY(!planFile(change, planned->after)->changes());

        const auto missing = planFile(change, std::nullopt);
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code, errc::fileMissing);
        QCOMPARE(textAt(missing.error().args, "path"), u"l.json"_s);

        const auto shape = planFile(change, QByteArray("{}"));
        QVERIFY(!shape.ok());
        QCOMPARE(shape.error().code, errc::editShape);
        QCOMPARE(textAt(shape.error().args, "path"), u"l.json"_s);
        QCOMPARE(textAt(shape.error().args, "found"), u"an object"_s);
    }

    void plansRemovals()
    {
        const FileChange change{.path = u"a"_s, .remove = true};
        const auto gone = planFile(change, QByteArray("x"));
        QVERIFY(gone.ok() && gone->changes());
        QVERIFY(!gone->after);
        QVERIFY(!planFile(change, std::nullopt)->changes());
    }
};

QTEST_GUILESS_MAIN(FileChangeTests)
#include "file_change_tests.moc"
