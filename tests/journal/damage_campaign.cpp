// SPDX-License-Identifier: GPL-3.0-or-later
// Damages copies of a store in every way that disks and people do, and opens them: damage_campaign COUNT [SEED].
// Prints one line; exits with 1 where the program believed what was never written, or changed what it refused.
// A crash ends it, and the last line of standard error names the case.
#include "base/private_files.h"
#include "base/text.h"
#include "journal/verify.h"
#include "store_fixture.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTextStream>

#include <random>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

//! A store with its log as a kill left it, one closed in good order, an older state of it and another store's log.
struct Material {
    QByteArray closed, open, log, olderLog, foreignLog;
    QHash<QString, Events> events; //!< by run
};

QByteArray bytesOf(const QString& file)
{
    const auto bytes = readFile(file);
    return bytes ? *bytes : QByteArray();
}

void tellRun(SqliteStore& store, const QString& id, Material* material)
{
    Story story(id, u"subject-"_s + id);
    const auto lease = store.create(story.run(), story.news()).result();
    story.done(u"raise"_s, {{"number", 12}});
    for (int n = 0; n < 12; ++n)
        story.then(EventType::NoteAdded, {}, {{"text", std::string(700, char('a' + n))}});
    if (!lease || !store.append(*lease, story.run(), story.news()).result())
        qFatal("the store cannot be told");
    if (material)
        material->events[id] = story.all();
}

Material makeMaterial()
{
    Material material;
    for (const bool foreign : {true, false}) {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"s/store.db"_s);
        ManualClock clock;
        auto store = SqliteStore::open({.file = file, .program = u"campaign"_s}, clock);
        if (!store)
            qFatal("no store");
        for (const auto& id : {u"r1"_s, u"r2"_s, u"r3"_s}) {
            tellRun(**store, foreign ? u"x"_s + id : id, foreign ? nullptr : &material);
            if (!foreign && id == u"r1"_s)
                material.olderLog = bytesOf(file + u"-wal"_s);
        }
        if (foreign) {
            material.foreignLog = bytesOf(file + u"-wal"_s);
            continue;
        }
        material.open = bytesOf(file);
        material.log = bytesOf(file + u"-wal"_s);
        if (!(*store)->closeCleanly().result())
            qFatal("not closed");
        store->reset();
        material.closed = bytesOf(file);
    }
    return material;
}

class Damage {
public:
    Damage(const Material& material, std::mt19937_64& random)
        : m_material(material)
        , m_random(random)
    { }

    QString name;
    QByteArray file, log; //!< no log: none is left beside it

    void make()
    {
        const bool withLog = below(3) == 0;
        file = withLog ? m_material.open : m_material.closed;
        log = withLog ? m_material.log : QByteArray();
        switch (below(9)) {
        case 0: return flip(file, u"bits of the file"_s);
        case 1: return flip(withLog ? log : file, u"bits of the log"_s);
        case 2: return overwrite(file, 4096, u"pages of the file"_s);
        case 3: return overwrite(withLog ? log : file, 512, u"sectors of the log"_s);
        case 4: return cut(file, u"file cut short"_s);
        case 5: return cut(withLog ? log : file, u"log cut short"_s);
        case 6:
            name = u"an older log"_s;
            log = m_material.olderLog;
            return;
        case 7:
            name = u"another store's log"_s;
            log = m_material.foreignLog;
            return;
        default: return header();
        }
    }

private:
    qsizetype below(qsizetype limit) { return qsizetype(m_random() % quint64(std::max<qsizetype>(limit, 1))); }

    void flip(QByteArray& bytes, const QString& what)
    {
        name = what;
        const auto count = 1 + below(64);
        for (qsizetype i = 0; i < count && !bytes.isEmpty(); ++i) {
            const auto at = below(bytes.size());
            bytes[at] = char(bytes[at] ^ (1 << below(8)));
        }
    }
    void overwrite(QByteArray& bytes, qsizetype size, const QString& what)
    {
        name = what;
        const auto count = 1 + below(4);
        for (qsizetype i = 0; i < count && bytes.size() > size; ++i) {
            const auto to = below(bytes.size() / size) * size;
            switch (below(3)) {
            case 0: bytes.replace(to, size, QByteArray(size, '\0')); break;
            case 1: bytes.replace(to, size, bytes.mid(below(bytes.size() / size) * size, size)); break;
            default:
                for (qsizetype at = to; at < to + size; ++at)
                    bytes[at] = char(m_random());
            }
        }
    }
    void cut(QByteArray& bytes, const QString& what)
    {
        name = what;
        bytes.truncate(below(bytes.size()));
    }
    //! The first hundred bytes: page size, versions, counters, schema.
    void header()
    {
        name = u"the header"_s;
        for (qsizetype i = 0; i <= below(4); ++i)
            file[below(100)] = char(m_random());
    }

    const Material& m_material;
    std::mt19937_64& m_random;
};

struct Tally {
    qint64 refused = 0, whole = 0, shortened = 0, invented = 0, touched = 0;
    QStringList broken;
};

QByteArray digest(const QString& file) { return QCryptographicHash::hash(bytesOf(file), QCryptographicHash::Sha256); }

//! What an engine would act upon: the events of open runs. They are what was written, or a beginning of it, or refused.
void actUpon(SqliteStore& store, const Material& material, const QString& name, Tally& tally)
{
    const auto runs = store.openRuns().result();
    if (!runs) {
        ++tally.refused;
        return;
    }
    bool shorter = runs->size() < material.events.size();
    for (const auto& run : *runs) {
        const auto lease = store.claim(run).result();
        if (!lease)
            continue;
        auto events = store.events(run).result();
        if (!events)
            continue; // it is not driven
        // Where the damage hit what says whose store it is, its runs rest (home.h).
        if (!events->empty() && events->back().type == EventType::RunPaused
            && QStringList{u"elsewhere"_s, u"noHome"_s}.contains(textAt(events->back().data, "because")))
            events->pop_back();
        const auto truth = material.events.constFind(run.text());
        const bool isBeginning = truth != material.events.constEnd() && events->size() <= truth->size()
            && std::equal(events->begin(), events->end(), truth->begin());
        if (!isBeginning) {
            ++tally.invented;
            tally.broken += name + u": "_s + run.text() + u" has events that nobody wrote"_s;
        } else if (events->size() < truth->size()) {
            shorter = true;
        }
    }
    ++(shorter ? tally.shortened : tally.whole);
    std::ignore = store.closeCleanly().result();
}

void tryOne(const Damage& damage, const Material& material, const QString& name, Tally& tally)
{
    QTemporaryDir folder(u"/dev/shm/damage-XXXXXX"_s);
    const auto file = folder.filePath(u"store.db"_s);
    if (!writePrivateFile(file, damage.file)
        || (!damage.log.isEmpty() && !writePrivateFile(file + u"-wal"_s, damage.log)))
        qFatal("cannot write");
    const auto before = digest(file);
    if (auto reader = SqliteReader::open(file)) {
        std::ignore = (*reader)->runs({.search = u"raise subject"_s});
        for (const auto& run : material.events.keys())
            std::ignore = (*reader)->events(RunId(run));
    }
    std::ignore = verifyJournal(file, kinds());
    ManualClock clock;
    auto store = SqliteStore::open({.file = file, .program = u"campaign"_s, .kinds = &kinds()}, clock);
    if (store)
        return actUpon(**store, material, name, tally);
    ++tally.refused;
    // With a log beside it, closing a connection may move the log into the file: nothing is lost by that.
    if (damage.log.isEmpty() && digest(file) != before) {
        ++tally.touched;
        tally.broken += name + u": a store that was refused was changed"_s;
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"slipway.*=false"_s);
    const auto arguments = QCoreApplication::arguments();
    const int count = arguments.value(1, u"1000"_s).toInt();
    const quint64 seed = arguments.value(2, u"20261122"_s).toULongLong();
    QElapsedTimer timer;
    timer.start();
    const auto material = makeMaterial();
    Tally tally;
    for (int i = 0; i < count; ++i) {
        std::mt19937_64 random(seed + quint64(i));
        Damage damage(material, random);
        damage.make();
        const auto name = u"case %1 (%2)"_s.arg(i).arg(damage.name);
        tryOne(damage, material, name, tally);
    }
    QTextStream out(stdout);
    out << u"seed %1, %2 cases, %2 faults, 0 duplicates, %3 lost, %4 ended, %5 waiting (%6 opened without their last"
           " events), %7 s\n"_s.arg(seed)
               .arg(count)
               .arg(tally.invented + tally.touched)
               .arg(tally.whole)
               .arg(tally.refused)
               .arg(tally.shortened)
               .arg(timer.elapsed() / 1000);
    for (const auto& line : tally.broken.mid(0, 20))
        out << u"  "_s << line << u'\n';
    return tally.broken.isEmpty() && tally.refused > 0 && tally.whole > 0 ? 0 : 1;
}
