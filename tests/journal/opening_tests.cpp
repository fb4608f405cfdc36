// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/private_files.h"
#include "journal/open_store.h"
#include "journal/owner_lock.h"
#include "journal/sql_script.h"
#include "journal/store_files.h"
#include "journal/verify.h"
#include "store_fixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <sys/stat.h>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

//! The process of store_owner.cpp.
class OwnerProcess {
public:
    explicit OwnerProcess(const QString& file, const QStringList& more = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/store_owner"_s, QStringList{file} + more);
        m_process.waitForStarted();
        first = line();
    }
    ~OwnerProcess() { kill(); }

    QString tell(const QString& words)
    {
        m_process.write(words.toUtf8() + '\n');
        return line();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    qint64 pid() const { return m_process.processId(); }

    QString first;

private:
    QString line()
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(20'000))
                return u"(nothing)"_s;
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

    QProcess m_process;
};

QByteArray digestOf(const QString& file)
{
    const auto bytes = readFile(file);
    return bytes ? QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) : QByteArray();
}

int modeOf(const QString& file)
{
    struct stat now { };
    return ::stat(QFile::encodeName(file).constData(), &now) == 0 ? int(now.st_mode & 0777) : -1;
}

void overwrite(const QString& file, qint64 at, const QByteArray& bytes)
{
    QFile open(file);
    if (!open.open(QIODevice::ReadWrite) || !open.seek(at) || open.write(bytes) != bytes.size())
        qFatal("cannot damage %s", qPrintable(file));
}

} // namespace

//! How a store comes to be opened, by whom, and what is refused without a trace.
class OpeningTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;

    //! A store with two runs, closed in good order.
    void makeStore()
    {
        auto store = m_fixture->open();
        VERIFY_OK(store);
        for (int i = 0; i < 2; ++i) {
            Story story(u"r%1"_s.arg(i), u"s%1"_s.arg(i));
            const auto lease = now((*store)->create(story.run(), story.news()));
            VERIFY_OK(lease);
            for (int n = 0; n < 30; ++n)
                story.then(EventType::NoteAdded, {}, {{"text", std::string(1000, 'x')}});
            VERIFY_OK(now((*store)->append(*lease, story.run(), story.news())));
        }
        VERIFY_OK(now((*store)->closeCleanly()));
    }

    void expectRefusal(const QString& code)
    {
        const auto before = digestOf(m_fixture->file());
        const auto names = QDir(QFileInfo(m_fixture->file()).path()).entryList(QDir::Files);
        const auto mode = modeOf(m_fixture->file());
        VERIFY_CODE(m_fixture->open(), code);
        QVERIFY(!before.isEmpty());
        QCOMPARE(digestOf(m_fixture->file()), before);
        QCOMPARE(modeOf(m_fixture->file()), mode);
        auto after = QDir(QFileInfo(m_fixture->file()).path()).entryList(QDir::Files);
        // A reader of a log makes its shared memory anew; that is not the store.
        after.removeIf([&](const QString& name) { return name.endsWith(u"-shm"_s) || name.endsWith(u"-wal"_s); });
        for (const auto& name : after)
            QVERIFY2(names.contains(name), qPrintable(u"left behind: "_s + name));
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<StoreFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void scriptsAreCutIntoStatements()
    {
        const auto statements = statementsOf(u"-- a; comment\n"
                                             "CREATE TABLE a (b TEXT DEFAULT ';' /* ; */);;\n"
                                             "CREATE TRIGGER t BEFORE INSERT ON a BEGIN\n"
                                             "  SELECT CASE WHEN 1 THEN 'it''s; END' END; SELECT 2;\n"
                                             "END;\n"
                                             "INSERT INTO a VALUES ('begin')"_s);
        QCOMPARE(statements.size(), 3);
        QVERIFY(statements[0].startsWith(u"CREATE TABLE"_s));
        QVERIFY(statements[1].startsWith(u"CREATE TRIGGER"_s) && statements[1].endsWith(u"END"_s));
        QVERIFY(statements[1].contains(u"SELECT 2;"_s));
        QCOMPARE(statements[2], u"INSERT INTO a VALUES ('begin')"_s);
    }

    void everythingIsForItsUserOnlyWhateverTheUmask()
    {
        const auto old = ::umask(0);
        auto store = m_fixture->open();
        ::umask(old);
        VERIFY_OK(store);
        Story story(u"r1"_s, u"alpha"_s);
        VERIFY_OK(now((*store)->create(story.run(), story.news())));
        const auto file = m_fixture->file();
        QCOMPARE(modeOf(QFileInfo(file).path()), 0700);
        for (const auto& name : {file, file + u"-wal"_s, file + u"-shm"_s, file + u".lock"_s})
            QVERIFY2(modeOf(name) == 0600, qPrintable(name));
    }

    void anOpenFileIsNarrowed()
    {
        makeStore();
        QFile::setPermissions(m_fixture->file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        auto store = m_fixture->open();
        VERIFY_OK(store);
        QCOMPARE(modeOf(m_fixture->file()), 0600);
    }

    void theUsualPlaceIsThatOfXdg()
    {
        const auto old = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", "/somewhere/data");
        const auto path = defaultStorePath();
        old.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", old);
        QCOMPARE(path, u"/somewhere/data/slipway/store.db"_s);
    }

    void networkFileSystemsAreToldApart_data()
    {
        QTest::addColumn<bool>("network");
        for (const auto* type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "CEPH"})
            QTest::newRow(type) << true;
        for (const auto* type : {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "zfs", ""})
            QTest::newRow(*type ? type : "unknown") << false;
    }
    void networkFileSystemsAreToldApart()
    {
        QFETCH(bool, network);
        const QByteArray type = QTest::currentDataTag();
        QCOMPARE(isNetworkFileSystem(type == "unknown" ? QByteArray() : type), network);
    }

    void aSecondProcessIsToldWhoOwnsTheStore()
    {
        OwnerProcess owner(m_fixture->file());
        QCOMPARE(owner.first, u"owned"_s);
        const auto refused = m_fixture->open();
        VERIFY_CODE(refused, errc::storeOwned);
        QCOMPARE(integerAt(refused.error().args, "pid"), owner.pid());
        QCOMPARE(textAt(refused.error().args, "program"), u"store_owner"_s);
        QCOMPARE(textAt(refused.error().args, "host"), QSysInfo::machineHostName());
        QCOMPARE(textAt(refused.error().args, "file"), m_fixture->file());
        const auto current = currentOwner(m_fixture->file());
        VERIFY_OK(current);
        QVERIFY(current->has_value());
        QCOMPARE((*current)->pid, owner.pid());
        // Reading goes on beside it.
        QCOMPARE(owner.tell(u"create r1 alpha"_s), u"ok"_s);
        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        QCOMPARE((*reader)->runs({})->size(), 1);
        QCOMPARE(owner.tell(u"note"_s), u"ok"_s);
        QCOMPARE((*reader)->events(RunId(u"r1"_s))->size(), 2u);
    }

    void theOwnersDeathFreesTheStoreAndTheNextOneChecksIt()
    {
        {
            OwnerProcess owner(m_fixture->file());
            QCOMPARE(owner.tell(u"create r1 alpha"_s), u"ok"_s);
            QCOMPARE(owner.tell(u"note"_s), u"ok"_s);
            owner.kill();
        }
        QVERIFY(!currentOwner(m_fixture->file())->has_value());
        QList<StoreWork> told;
        const StoreOptions options{
            .file = m_fixture->file(), .program = u"tests"_s, .kinds = &kinds(), .onWork = [&told](StoreWork work) {
                told += work;
            }};
        auto store = SqliteStore::open(options, m_fixture->clock);
        VERIFY_OK(store);
        QVERIFY((*store)->openReport().wasUnclean);
        QCOMPARE(told, (QList{StoreWork::Checking, StoreWork::None})); // said before it is done, and when it is over
        VERIFY_OK(now((*store)->closeCleanly()));
        store->reset();
        told.clear();
        store = SqliteStore::open(options, m_fixture->clock);
        VERIFY_OK(store);
        QVERIFY(told.isEmpty());
        QCOMPARE(now((*store)->events(RunId(u"r1"_s)))->size(), 2u);
        const auto fence = now((*store)->claim(RunId(u"r1"_s)));
        VERIFY_OK(fence);
        QCOMPARE(fence->fence, 2);
    }

    void aLockFileOfAPidThatLivesAgainDoesNotLockOut()
    {
        makeStore();
        // As a container that was killed and started again leaves it: same id, same program, nobody holds it.
        const auto text =
            u"{\"pid\":%1,\"host\":\"%2\",\"program\":\"tests\"}"_s.arg(QCoreApplication::applicationPid())
                .arg(QSysInfo::machineHostName());
        VERIFY_OK(writePrivateFile(m_fixture->file() + u".lock"_s, text.toUtf8()));
        VERIFY_OK(m_fixture->open());
    }

    void twoStoresOfOneProcessExcludeEachOtherAlsoByAnotherName()
    {
        auto store = m_fixture->open();
        VERIFY_OK(store);
        VERIFY_CODE(m_fixture->open(), errc::storeOwned);
        const auto link = m_fixture->folder() + u"/link.db"_s;
        QVERIFY(QFile::link(m_fixture->file(), link));
        VERIFY_CODE(SqliteStore::open({link, u"tests"_s}, m_fixture->clock), errc::storeOwned);
        // What the refused ones did must not have cost the owner its locks on the file.
        Story story(u"r1"_s, u"alpha"_s);
        VERIFY_OK(now((*store)->create(story.run(), story.news())));
        store->reset();
        VERIFY_OK(m_fixture->open());
    }

    //! Its owner does so in steps, and whoever reads meanwhile is not to be told of an older program.
    void aStoreThatIsBeingMadeIsNoneYet()
    {
        for (int version = 1; version <= schemaVersion(); ++version) {
            const auto file = m_fixture->folder() + u"/made%1.db"_s.arg(version);
            VERIFY_OK(prepareStoreFile(file));
            auto database = Database::open(file, Database::Mode::ReadWrite);
            VERIFY_OK(database);
            VERIFY_OK(migrate(**database, m_fixture->clock, version));
            VERIFY_CODE(SqliteReader::open(file), errc::storeMissing);
        }
    }

    void aNewFileNeedsNoBackupAnOlderOneGetsOneEachMigration()
    {
        {
            auto store = m_fixture->open();
            VERIFY_OK(store);
            QCOMPARE((*store)->openReport().migration.from, 0);
            QCOMPARE((*store)->openReport().migration.to, schemaVersion());
            QVERIFY((*store)->openReport().migration.backups.isEmpty());
        }
        const auto old = m_fixture->folder() + u"/old.db"_s;
        VERIFY_OK(prepareStoreFile(old));
        {
            auto database = Database::open(old, Database::Mode::ReadWrite);
            VERIFY_OK(database);
            VERIFY_OK(migrate(**database, m_fixture->clock, 1));
            QCOMPARE(*(*database)->pragma(u"user_version"_s), 1);
            VERIFY_OK((*database)->execute(u"INSERT INTO meta VALUES ('kept', 'yes')"_s));
        }
        auto store = SqliteStore::open({old, u"tests"_s}, m_fixture->clock);
        VERIFY_OK(store);
        const auto& report = (*store)->openReport().migration;
        QCOMPARE(report.from, 1);
        QCOMPARE(report.to, schemaVersion());
        QCOMPARE(report.backups.size(), schemaVersion() - 1);
        QCOMPARE(modeOf(report.backups.first()), 0600);
        auto backup = Database::open(report.backups.first(), Database::Mode::ReadOnly);
        VERIFY_OK(backup);
        QCOMPARE(*(*backup)->pragma(u"user_version"_s), 1);
        QCOMPARE(*(*backup)->pragma(u"application_id"_s), applicationId);
        QCOMPARE((*backup)->value("SELECT value FROM meta WHERE name = 'kept'")->toString(), u"yes"_s);
        QCOMPARE((*store)->maintenance().value("SELECT value FROM meta WHERE name = 'kept'")->toString(), u"yes"_s);
    }

    void aMigrationThatFailsLeavesTheVersionBefore()
    {
        const auto old = m_fixture->folder() + u"/old.db"_s;
        VERIFY_OK(prepareStoreFile(old));
        auto database = Database::open(old, Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(migrate(**database, m_fixture->clock, 1));
        // In the way of the index that the second migration makes as its last act.
        VERIFY_OK((*database)->execute(u"CREATE TABLE view_step_duration (x)"_s));
        QVERIFY(!migrate(**database, m_fixture->clock).ok());
        QCOMPARE(*(*database)->pragma(u"user_version"_s), 1);
        const auto views = (*database)->value("SELECT count(*) FROM sqlite_master WHERE name = 'view_run'");
        QCOMPARE(views->toInt(), 0);
    }

    void migrationsAreInOrderAndEmbedded()
    {
        int version = 0;
        for (const auto& migration : migrations()) {
            QCOMPARE(migration.version, ++version);
            const auto script = readFile(QString::fromLatin1(migration.file));
            VERIFY_OK(script);
            QVERIFY(QString::fromLatin1(migration.file)
                        .startsWith(u":/migrations/%1-"_s.arg(version, 3, 10, QLatin1Char('0'))));
        }
    }

    void aNewerFileIsReadButNotTouched()
    {
        makeStore();
        {
            auto database = m_fixture->raw();
            VERIFY_OK(database);
            VERIFY_OK((*database)->execute(u"PRAGMA user_version = 99"_s));
        }
        QFile::setPermissions(m_fixture->file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        expectRefusal(errc::storeNewer);
        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        QVERIFY((*reader)->notice().has_value());
        QCOMPARE((*reader)->notice()->code, errc::storeNewer);
        QCOMPARE(integerAt((*reader)->notice()->args, "version"), 99);
        QCOMPARE((*reader)->runs({})->size(), 2);
    }

    void aNewerFileMayForbidReading()
    {
        makeStore();
        {
            auto database = m_fixture->raw();
            VERIFY_OK(database);
            VERIFY_OK((*database)->execute(u"INSERT INTO meta VALUES ('min_reader', '98')"_s));
            VERIFY_OK((*database)->execute(u"PRAGMA user_version = 99"_s));
        }
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeNewer);
    }

    void anotherProgramsFileIsNotTouched_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::newRow("with another id") << u"PRAGMA application_id = 252006673"_s;
        QTest::newRow("without one") << u"CREATE TABLE places (x)"_s;
    }
    void anotherProgramsFileIsNotTouched()
    {
        QFETCH(QString, mark);
        VERIFY_OK(makeStoreFolder(m_fixture->file()));
        VERIFY_OK(prepareStoreFile(m_fixture->file()));
        {
            auto database = m_fixture->raw();
            VERIFY_OK(database);
            VERIFY_OK((*database)->execute(u"CREATE TABLE bookmarks (x)"_s));
            VERIFY_OK((*database)->execute(mark));
        }
        expectRefusal(errc::storeForeign);
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeForeign);
    }

    void aFileThatIsNoDatabaseIsNotTouched()
    {
        VERIFY_OK(makeStoreFolder(m_fixture->file()));
        VERIFY_OK(writePrivateFile(m_fixture->file(), QByteArray(5000, 'n')));
        expectRefusal(errc::storeDamaged);
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeDamaged);
    }

    void aFileCutShortIsNotTouched()
    {
        makeStore();
        QFile file(m_fixture->file());
        QVERIFY(file.resize(file.size() / 2));
        expectRefusal(errc::storeDamaged);
    }

    void aDamagedPageIsFoundAfterAnUncleanEnd()
    {
        makeStore();
        {
            auto store = m_fixture->open(); // and not closed in good order
            VERIFY_OK(store);
        }
        const auto size = QFileInfo(m_fixture->file()).size();
        constexpr int page = 4096;
        // Every page but the first few, where the schema is: headers of the pages become nonsense.
        for (qint64 at = size / 2 / page * page; at < size; at += page)
            overwrite(m_fixture->file(), at, QByteArray(100, '\x55'));
        expectRefusal(errc::storeDamaged);
    }

    void listsThatSayOtherwiseAreMadeAnewAfterAnUncleanEnd_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another state") << u"UPDATE view_run SET state = 'cancelled' WHERE open = 1"_s;
        QTest::newRow("no row") << u"DELETE FROM view_run WHERE open = 1"_s;
        QTest::newRow("one row of two") << u"DELETE FROM view_run WHERE run = 'r1'"_s;
    }
    void listsThatSayOtherwiseAreMadeAnewAfterAnUncleanEnd()
    {
        const auto open = [&] {
            return SqliteStore::open(
                {.file = m_fixture->file(), .program = u"tests"_s, .kinds = &kinds()}, m_fixture->clock);
        };
        makeStore();
        const auto stateOfList = [&] {
            auto raw = m_fixture->raw();
            return raw ? (*raw)->value("SELECT state FROM view_run WHERE open = 1 LIMIT 1")->toString() : QString();
        };
        const QString right = stateOfList();
        QVERIFY(!right.isEmpty());
        QFETCH(QString, sql);
        const auto spoil = [&] {
            auto raw = m_fixture->raw();
            VERIFY_OK(raw);
            VERIFY_OK((*raw)->execute(sql));
        };
        {
            auto store = open();
            VERIFY_OK(store);
            QVERIFY(!(*store)->openReport().viewsRebuilt);
            spoil();
        }
        auto store = open(); // the one before was not closed
        VERIFY_OK(store);
        QVERIFY((*store)->openReport().viewsRebuilt);
        QCOMPARE(stateOfList(), right);
        QCOMPARE((*m_fixture->raw())->value("SELECT count(*) FROM view_run")->toInt(), 2);
    }

    //! Of what has ended nothing is folded at a start; that its row is missing is seen all the same.
    void aMissingRowOfARunThatHasEndedIsMadeAnew()
    {
        const auto open = [&] {
            return SqliteStore::open(
                {.file = m_fixture->file(), .program = u"tests"_s, .kinds = &kinds()}, m_fixture->clock);
        };
        {
            auto store = open();
            VERIFY_OK(store);
            Story ended(u"r1"_s, u"s1"_s);
            ended.then(EventType::CancelRequested).then(EventType::RunCancelled);
            VERIFY_OK(now((*store)->create(ended.run(), ended.news())));
            VERIFY_OK((*m_fixture->raw())->execute(u"DELETE FROM view_run"_s));
        }
        auto store = open();
        VERIFY_OK(store);
        QVERIFY((*store)->openReport().viewsRebuilt);
        QCOMPARE((*m_fixture->raw())->value("SELECT state FROM view_run WHERE run = 'r1'")->toString(), u"cancelled"_s);
    }

    void anIndexIsHeldAgainstItsTableOnceAWeek()
    {
        makeStore();
        const auto checkedAt = [&] {
            auto raw = m_fixture->raw();
            return raw ? (*raw)->value("SELECT value FROM meta WHERE name = 'checked_at'")->toLongLong() : -1;
        };
        const auto first = checkedAt();
        QVERIFY(first > 0);
        const auto dieAfter = [&](qint64 days) {
            m_fixture->clock.jump(Millis(days * 24 * 3'600'000));
            VERIFY_OK(m_fixture->open());
        };
        dieAfter(1); // closed in good order before
        dieAfter(1);
        QCOMPARE(checkedAt(), first);
        dieAfter(6);
        QVERIFY(checkedAt() > first);
        // What reading every page does not find: a row that an index does not know.
        auto raw = m_fixture->raw();
        VERIFY_OK(raw);
        VERIFY_OK((*raw)->execute(u"PRAGMA writable_schema = ON"_s));
        VERIFY_OK((*raw)->execute(u"UPDATE sqlite_master SET sql = replace(sql, '(subject, run)', '(run, subject)')"
                                  " WHERE name = 'view_run_subject'"_s));
        raw->reset();
        dieAfter(1); // not due
        m_fixture->clock.jump(Millis(8LL * 24 * 3'600'000));
        VERIFY_CODE(m_fixture->open(), errc::storeDamaged);
    }

    void aCleanEndSparesTheCheck()
    {
        makeStore();
        auto store = m_fixture->open();
        VERIFY_OK(store);
        QVERIFY(!(*store)->openReport().wasUnclean);
        store->reset();
        auto again = m_fixture->open();
        VERIFY_OK(again);
        QVERIFY((*again)->openReport().wasUnclean);
    }

    void nothingThereIsMissingForAReaderAndItMakesNothing()
    {
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeMissing);
        VERIFY_CODE(verifyJournal(m_fixture->file(), kinds()), errc::storeMissing);
        QVERIFY(!QFileInfo::exists(m_fixture->file()));
        VERIFY_OK(makeStoreFolder(m_fixture->file()));
        VERIFY_OK(makeEmptyPrivateFile(m_fixture->file()));
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeMissing);
        QCOMPARE(QFileInfo(m_fixture->file()).size(), 0);
        // An empty file is a store to be.
        VERIFY_OK(m_fixture->open());
    }

    void placesWhereNoStoreCanBeAreRefused()
    {
        VERIFY_CODE(SqliteStore::open({m_fixture->folder(), u"tests"_s}, m_fixture->clock), errc::storeUnwritable);
        VERIFY_OK(writePrivateFile(m_fixture->folder() + u"/file"_s, "x"));
        VERIFY_CODE(SqliteStore::open({m_fixture->folder() + u"/file/store.db"_s, u"tests"_s}, m_fixture->clock),
            errc::storeUnwritable);
        VERIFY_CODE(
            SqliteStore::open({u"/proc/nowhere/store.db"_s, u"tests"_s}, m_fixture->clock), errc::storeUnwritable);
    }

    //! Somebody put it in the way, so that Slipway writes into the file behind it.
    void aLockThatIsALinkIsRefused()
    {
        makeStore();
        const auto lock = m_fixture->file() + u".lock"_s, behind = m_fixture->folder() + u"/behind"_s;
        VERIFY_OK(writePrivateFile(behind, "as it was"));
        QFile::remove(lock);
        QVERIFY(QFile::link(behind, lock));
        QVERIFY(!m_fixture->open().ok());
        QFile file(behind);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("as it was"));
    }

    void aStoreOfAnotherUserIsNotTouched()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file to somebody else");
        makeStore();
        constexpr uid_t kNobody = 65'534;
        QCOMPARE(::chown(QFile::encodeName(m_fixture->file()).constData(), kNobody, kNobody), 0);
        QFile file(m_fixture->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        VERIFY_CODE(m_fixture->open(), errc::filePermissions);
        QVERIFY(file.seek(0));
        QVERIFY(file.readAll() == before);
    }

    void aFullStoreRefusesAndIsWhole()
    {
        auto store = m_fixture->open();
        VERIFY_OK(store);
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = now((*store)->create(story.run(), story.news()));
        VERIFY_OK(lease);
        auto& database = (*store)->maintenance();
        const auto pages = database.pragma(u"page_count"_s);
        VERIFY_OK(pages);
        VERIFY_OK(database.execute(
            u"PRAGMA max_page_count = %1"_s.arg(*pages + 5), {}, [](const auto&) { return Result<void>(); }));
        Result<void> last;
        qint64 kept = 0;
        for (int i = 0; i < 100 && last; ++i) {
            const auto before = story;
            story.then(EventType::NoteAdded, {}, {{"text", std::string(2000, 'x')}});
            last = now((*store)->append(*lease, story.run(), story.news()));
            if (!last)
                story = before;
            kept = story.run().sequence;
        }
        VERIFY_CODE(last, errc::storeFull);
        QCOMPARE(qint64(now((*store)->events(RunId(u"r1"_s)))->size()), kept);
        // With room again the same append goes through.
        VERIFY_OK(
            database.execute(u"PRAGMA max_page_count = 100000"_s, {}, [](const auto&) { return Result<void>(); }));
        story.then(EventType::NoteAdded, {}, {{"text", "small"}});
        VERIFY_OK(now((*store)->append(*lease, story.run(), {story.all().back()})));
        const auto report = verifyJournal(m_fixture->file(), kinds());
        VERIFY_OK(report);
        QVERIFY2(report->isWhole(), qPrintable(report->isWhole() ? QString() : report->findings.first().text));
    }

    void aLimitOnFilesIsAnErrorAndNoDamage()
    {
        {
            OwnerProcess owner(m_fixture->file(), {u"limit"_s, u"1000000"_s});
            QCOMPARE(owner.first, u"owned"_s);
            QCOMPARE(owner.tell(u"create r1 alpha"_s), u"ok"_s);
            QString answer = u"ok"_s;
            for (int i = 0; i < 500 && answer == u"ok"_s; ++i)
                answer = owner.tell(u"note"_s);
            const auto error = parseJson(answer.toUtf8());
            QVERIFY2(error.ok(), qPrintable(answer));
            QVERIFY2(
                (QStringList{errc::storeFull, errc::storeFailed}.contains(textAt(*error, "code"))), qPrintable(answer));
        }
        auto store = m_fixture->open();
        VERIFY_OK(store);
        const auto report = verifyJournal(m_fixture->file(), kinds());
        VERIFY_OK(report);
        QVERIFY(report->isWhole());
        QVERIFY(report->events > 10);
    }

    void aStoreInAFolderWithoutWritingIsRead()
    {
        if (::geteuid() == 0)
            QSKIP("the folder's mode does not stop the superuser");
        makeStore();
        const auto folder = QFileInfo(m_fixture->file()).path();
        QFile::remove(m_fixture->file() + u"-wal"_s);
        QFile::remove(m_fixture->file() + u"-shm"_s);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
        auto reader = SqliteReader::open(m_fixture->file());
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        VERIFY_OK(reader);
        QCOMPARE((*reader)->runs({})->size(), 2);
    }
};

QTEST_GUILESS_MAIN(OpeningTests)
#include "opening_tests.moc"
