// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTest>

using namespace slipway;

namespace {

struct Target {
    const char* name; //!< of its file and its corpus
    void (*take)(const QByteArray&);
};

const QList<Target>& targets()
{
    static const QList<Target> all{{"workflow_file", fuzz::workflowFile}, {"templates", fuzz::templates},
        {"json_edit", fuzz::jsonEdit}, {"http_answer", fuzz::httpAnswer}, {"graphql_answer", fuzz::graphqlAnswer},
        {"record_import", fuzz::recordImport}, {"owner_request", fuzz::ownerRequest}, {"api_request", fuzz::apiRequest},
        {"webhook_body", fuzz::webhookBody}, {"journal_row", fuzz::journalRow}};
    return all;
}

} // namespace

//! Each input that the fuzzers began with or found something by, once more; and what is left of it when it is cut short,
//! because that is how most bytes are spoilt.
class CorpusTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("slipway.*=false")); }

    void isSeenThrough_data()
    {
        QTest::addColumn<qsizetype>("target");
        QTest::addColumn<QString>("file");
        const auto& all = targets();
        for (qsizetype target = 0; target < all.size(); ++target) {
            const auto* name = all[target].name;
            const QDir folder(QStringLiteral(SLIPWAY_CORPORA) + QLatin1Char('/') + QLatin1String(name));
            const auto files = folder.entryInfoList(QDir::Files);
            QVERIFY2(files.size() >= 3, name);
            for (const auto& file : files)
                QTest::addRow("%s/%s", name, qPrintable(file.fileName())) << target << file.filePath();
        }
    }
    void isSeenThrough()
    {
        QFETCH(qsizetype, target);
        QFETCH(QString, file);
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadOnly));
        const auto bytes = opened.readAll();
        const auto call = targets()[target].take;
        call(bytes);
        call({});
        for (const int part : {3, 2})
            call(bytes.left(bytes.size() / part));
        call(bytes.chopped(std::min<qsizetype>(1, bytes.size())));
    }
};

QTEST_GUILESS_MAIN(CorpusTests)
#include "corpus_tests.moc"
