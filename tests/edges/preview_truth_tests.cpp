// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_bench.h"

#include <QRegularExpression>

using namespace edges;

namespace {

const QString shipped = u"cdp-create-service"_s;

Json inputsOf(const QString& name, const QString& type = u"cdp-node-backend-template"_s)
{
    return {{"repositoryName", name.toStdString()}, {"serviceType", type.toStdString()}, {"owningTeam", "fisheries"}};
}

//! Lines with their ends; the last one may have none.
QList<QByteArray> linesOf(const QByteArray& bytes)
{
    QList<QByteArray> lines;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto end = bytes.indexOf('\n', at);
        const auto next = end < 0 ? bytes.size() : end + 1;
        lines.append(bytes.mid(at, next - at));
        at = next;
    }
    return lines;
}

//! The bytes after a unified diff, applied as strictly as git does; nothing where it does not fit.
std::optional<QByteArray> applied(const QByteArray& before, const QString& diff)
{
    static const QRegularExpression hunk(u"^@@ -(\\d+)(?:,(\\d+))? \\+\\d+(?:,\\d+)? @@"_s);
    const auto old = linesOf(before);
    QList<QByteArray> made;
    qsizetype at = 0;
    bool inside = false;
    for (QByteArray line : linesOf(diff.toUtf8())) {
        if (const auto match = hunk.match(QString::fromUtf8(line)); match.hasMatch()) {
            const auto first = match.captured(1).toLongLong() - (match.captured(2) == u"0"_s ? 0 : 1);
            while (at < first && at < old.size())
                made.append(old[at++]);
            inside = true;
            continue;
        }
        if (!inside)
            continue;
        const char sign = line.at(0);
        if (sign == '\\') { // no newline at the end of the line before
            if (!made.isEmpty() && made.last().endsWith('\n') && at == old.size())
                made.last().chop(1);
            continue;
        }
        line.remove(0, 1);
        const auto same = [&] { return at < old.size() && (old[at] == line || old[at] + '\n' == line); };
        if (sign == '+') {
            made.append(line);
        } else if (sign == ' ' || sign == '-') {
            if (!same())
                return std::nullopt;
            if (sign == ' ')
                made.append(old[at]);
            ++at;
        }
    }
    while (at < old.size())
        made.append(old[at++]);
    return made.join();
}

} // namespace

//! What was shown before Create is what is committed, byte for byte; where that is so no more, it is said before.
class PreviewTruthTests : public QObject {
    Q_OBJECT

    static QStringList changedIn(Bench& bench, const QString& repository, const QString& sha)
    {
        QStringList paths;
        const auto commit = parseJson(bench.ask(u"/repos/%1/commits/%2"_s.arg(repository, sha)).value_or(""));
        if (commit)
            for (const auto& file : memberAt(*commit, "files"))
                paths.append(textAt(file, "filename"));
        paths.sort();
        return paths;
    }

    static desk::Preview previewOf(Bench& bench, const Json& inputs)
    {
        auto preview = bench.get(bench.desk->preview(shipped, inputs));
        if (!preview)
            qFatal("no preview: %s", toBytes(toJson(preview.error())).constData());
        return *preview;
    }
    static Result<desk::Receipt> create(Bench& bench, const Json& inputs, const QString& token)
    {
        const auto settings = bench.desk->settings(shipped);
        return bench.submit(StartRun{.workflow = bench.desk->workflows().constFirst()->source,
            .inputs = inputs,
            .settings = *settings,
            .previewed = token});
    }

private Q_SLOTS:
    void whatIsShownIsWhatIsCommitted_data()
    {
        QTest::addColumn<QString>("type");
        for (const char* type : {"cdp-node-frontend-template", "cdp-node-backend-template",
                 "cdp-dotnet-backend-template", "cdp-java-backend-template"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void whatIsShownIsWhatIsCommitted()
    {
        QFETCH(QString, type);
        Bench bench;
        const Json inputs = inputsOf(u"fishing"_s, type);
        const auto preview = previewOf(bench, inputs);
        const auto receipt = create(bench, inputs, preview.token);
        QVERIFY2(receipt.ok(), receipt.ok() ? "" : toBytes(toJson(receipt.error())).constData());
        bench.run = receipt->run;
        QVERIFY(bench.comes(u"succeeded"_s, 60000));
        int repositories = 0, files = 0;
        for (const auto& line : preview.steps) {
            if (!line.raisesPullRequest)
                continue;
            ++repositories;
            const Json outputs = bench.now().step(line.step)->outputs;
            const QString sha = textAt(outputs, "sha");
            QVERIFY(github::isSha(sha));
            QCOMPARE(line.branch.section(u'-', 0, -2), textAt(outputs, "branch").section(u'-', 0, -2)); // but the stamp
            QStringList shown;
            for (const auto& file : line.files) {
                const QString name = line.repository.section(u'/', 1);
                const auto before = bench.file(name, file.path, line.baseOid);
                QCOMPARE(before.has_value(), !file.isNew);
                const auto after = applied(before.value_or(QByteArray()), file.diff);
                QVERIFY2(after, qPrintable(file.diff));
                QVERIFY(*after != before.value_or(QByteArray()));
                const auto committed = bench.file(name, file.path, sha);
                QVERIFY2(committed && *committed == *after, qPrintable(name + u' ' + file.path + u'\n' + file.diff));
                // And so it came to main.
                QVERIFY(bench.file(name, file.path) == committed);
                shown.append(file.path);
                ++files;
            }
            shown.sort();
            QCOMPARE(changedIn(bench, line.repository, sha), shown); // nothing beside it
        }
        QCOMPARE(repositories, 4);
        QCOMPARE(files, 12 + 7 + 6 + 6);
    }

    void whereTheFilesChangedSinceItIsSaidBeforeAnythingIsWritten()
    {
        Bench bench;
        const Json inputs = inputsOf(u"fishing"_s);
        const auto preview = previewOf(bench, inputs);
        bench.control({{"do", "commit"}, {"repository", "tf-svc-infra"}, {"tenant", "farming"}});
        bench.control({{"do", "commit"}, {"repository", "tf-svc"}, {"files", {{"docs/beside.md", "No matter.\n"}}}});
        QTest::qWait(2100); // an answer of two seconds ago still counts
        const auto receipt = create(bench, inputs, preview.token);
        QVERIFY(!receipt.ok());
        QCOMPARE(receipt.error().code, errc::previewStale);
        QVERIFY(textsAt(receipt.error().args, "repositories") == QStringList{u"DEFRA/tf-svc-infra"_s});
        QVERIFY(desk::oneLine(receipt.error()).contains(u"DEFRA/tf-svc-infra"_s));
        QCOMPARE(bench.ledger("branches"), 0);
        QVERIFY(bench.get(bench.desk->runs({}))->isEmpty());
        // Shown anew, it starts; that main moved elsewhere in a repository matters to nobody.
        const auto again = previewOf(bench, inputs);
        QVERIFY(again.token != preview.token);
        QVERIFY(again.token.section(u'.', 1) == preview.token.section(u'.', 1));
        QVERIFY(create(bench, inputs, again.token).ok());
    }

    void anOldNameOfAnotherRepositoryIsToldBeforeAndAskedThen()
    {
        Bench bench;
        bench.control({{"do", "make-repository"}, {"name", "fishing"}});
        bench.control({{"do", "rename"}, {"repository", "fishing"}, {"to", "angling"}});
        const Json inputs = inputsOf(u"fishing"_s);
        const auto preview = previewOf(bench, inputs);
        QVERIFY(preview.steps[0].error);
        QCOMPARE(preview.steps[0].error->code, errc::nameRedirects);
        QVERIFY(desk::oneLine(*preview.steps[0].error).contains(u"DEFRA/angling"_s));
        const auto free = bench.get(bench.desk->checkName(shipped, inputs));
        QVERIFY(free.ok() && free->kind == desk::Availability::Kind::Free && free->error);
        const auto receipt = create(bench, inputs, preview.token);
        QVERIFY(receipt.ok());
        bench.run = receipt->run;
        QVERIFY(bench.comes(u"needsYou at validate: name.redirects"_s));
        QCOMPARE(bench.ledger("branches"), 0);
        QVERIFY(bench.submit(AdvanceStep{.step = StepId(u"validate"_s), .reason = u"nobody uses it"_s}).ok());
        QVERIFY(bench.comes(u"succeeded"_s, 60000));
    }

    void aRenamedRepositoryIsToldBefore()
    {
        Bench bench;
        bench.control({{"do", "rename"}, {"repository", "tf-svc"}, {"to", "services"}});
        const Json inputs = inputsOf(u"fishing"_s);
        const auto preview = previewOf(bench, inputs);
        QCOMPARE(preview.steps[0].error ? preview.steps[0].error->code : QString(), errc::githubRenamed);
        QVERIFY(desk::oneLine(*preview.steps[0].error).contains(u"DEFRA/services"_s));
        const auto receipt = create(bench, inputs, {});
        QVERIFY(!receipt.ok() && receipt.error().code == errc::githubRenamed);
    }

    void aNameThatIsTakenIsSaidOnce()
    {
        Bench bench;
        bench.control({{"do", "commit"}, {"repository", "tf-svc-infra"}, {"tenant", "fishing"}});
        const auto preview = previewOf(bench, inputsOf(u"fishing"_s));
        int told = 0;
        for (const auto& line : preview.steps)
            told += line.error.has_value() && line.error->code != errc::templateUnresolved;
        QCOMPARE(told, 1);
        QCOMPARE(preview.steps[0].error->code, errc::nameTaken);
    }
};

QTEST_GUILESS_MAIN(PreviewTruthTests)
#include "preview_truth_tests.moc"
