// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

#include "../../sandbox/raw_client.h"
#include "app/sandbox_host.h"
#include "app/window_program.h"
#include "console/theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <filesystem>

namespace slipway::journeys {

namespace {

//! Building a world takes longer than a journey may: one is built a process, and each scene gets a copy.
std::shared_ptr<app::SandboxHost> start(const sandbox::SandboxOptions& options)
{
    auto starting = app::SandboxHost::start(options, nullptr); // no terminal asks for it
    waitFor(u"the sandbox"_s, [&] { return starting.ready.isFinished(); });
    if (const auto ready = starting.ready.result(); !ready)
        throw Stumble{u"the sandbox did not start: "_s + ready.error().code};
    return starting.host;
}

struct BuiltWorld {
    QTemporaryDir folder;
    QString path = folder.filePath(u"world"_s);
    QString token = textAt(start({.stateDirectory = path})->announcement(), "token");

    void copyTo(const QString& place) const
    {
        std::filesystem::copy(path.toStdString(), place.toStdString(), std::filesystem::copy_options::recursive);
    }
};

const BuiltWorld& builtWorld()
{
    static const BuiltWorld built;
    return built;
}

Json dataOf(const QByteArray& text)
{
    const auto json = parseJson(text);
    return json ? *json : Json();
}

QByteArray git(const QStringList& arguments)
{
    QProcess process;
    process.start(u"git"_s, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        throw Stumble{u"git "_s + arguments.join(u' ') + QString::fromUtf8(process.readAllStandardError())};
    return process.readAllStandardOutput();
}

} // namespace

void must(bool holds, const QString& what)
{
    if (!holds)
        throw Stumble{what};
}

Scene::Scene(const QString& name, std::unique_ptr<Hands> hands)
    : person(std::move(hands))
    , m_name(name)
{
    builtWorld();
    qputenv("HOME", m_home.path().toLocal8Bit());
    for (const auto& [variable, folder] : {std::pair("XDG_CONFIG_HOME", "config"), {"XDG_DATA_HOME", "data"},
             {"XDG_STATE_HOME", "state"}, {"XDG_CACHE_HOME", "cache"}})
        qputenv(variable, m_home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.filePath(u"config"_s));
}

Scene::~Scene()
{
    close();
    endWorld();
}

// The world

void Scene::startWorld(double speed, double pace)
{
    m_speed = speed;
    m_pace = pace > 0 ? pace : speed;
    builtWorld().copyTo(m_home.filePath(u"world"_s));
    bringWorldBack();
}

void Scene::endWorld() { m_sandbox.reset(); }

void Scene::bringWorldBack()
{
    m_sandbox = start({.port = m_port, .stateDirectory = m_home.filePath(u"world"_s), .speed = m_speed});
    Json announcement = m_sandbox->announcement();
    m_url = textAt(announcement, "url");
    m_port = quint16(QUrl(m_url).port());
    m_token = textAt(announcement, "token");
    announcement["speed"] = m_pace;
    QFile file(announcementFile());
    must(file.open(QIODevice::WriteOnly) && file.write(toBytes(announcement) + '\n') > 0, u"a file to write"_s);
}

QString Scene::anotherToken()
{
    const RawClient client(m_port, m_token.toUtf8());
    const Json device = client.send("POST", "/login/device/code", Json{{"client_id", "Iv23liJourneys"}}).json();
    client.send("POST", "/login/device", Json{{"user_code", memberAt(device, "user_code")}, {"do", "approve"}});
    QTest::qWait(int(5'000 / m_speed)); // earlier it would be too soon
    const Json grant = client
                           .send("POST", "/login/oauth/access_token",
                               Json{{"client_id", "Iv23liJourneys"}, {"device_code", memberAt(device, "device_code")},
                                   {"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}})
                           .json();
    const QString token = textAt(grant, "access_token");
    must(!token.isEmpty(), u"another token"_s);
    return token;
}

void Scene::world(const Json& act)
{
    const auto answer = RawClient(m_port, m_token.toUtf8()).send("POST", "/_sandbox/world", act);
    must(answer.status == 200, u"the sandbox refuses "_s + QString::fromUtf8(toBytes(act)));
}

Json Scene::ledger() { return RawClient(m_port, m_token.toUtf8()).get("/_sandbox/ledger").json(); }

Json Scene::ledger(const char* kind)
{
    const Json all = ledger();
    return all.contains(kind) ? all[kind] : Json::array();
}

QStringList Scene::branches(const QString& repository)
{
    QStringList names;
    for (const QByteArray& line :
        git({u"ls-remote"_s, u"--heads"_s, url() + u"/DEFRA/"_s + repository + u".git"_s}).split('\n'))
        if (const QString name = QString::fromUtf8(line).section(u"refs/heads/"_s, 1); !name.isEmpty())
            names += name;
    return names;
}

QByteArray Scene::fileOnMain(const QString& repository, const QString& path)
{
    const QString clone = m_home.filePath(u"clones/"_s + repository);
    git({u"clone"_s, u"--quiet"_s, url() + u"/DEFRA/"_s + repository + u".git"_s, clone});
    QFile file(clone + u'/' + path);
    must(file.open(QIODevice::ReadOnly), u"%1 has no %2"_s.arg(repository, path));
    return file.readAll();
}

void Scene::hasMadeOnce(const QStringList& services)
{
    const Json all = ledger();
    const auto of = [&](const char* kind) { return all.contains(kind) ? all[kind] : Json::array(); };
    QStringList heads, asked, made;
    for (const Json& pull : of("pullRequests")) {
        heads += textAt(pull, "repository") + u' ' + textAt(pull, "head");
        must(flagAt(pull, "merged"), u"%1 is not merged"_s.arg(heads.last()));
    }
    for (const Json& dispatch : of("dispatches"))
        asked += textAt(memberAt(dispatch, "inputs"), "repositoryName");
    for (const Json& repository : of("repositories"))
        made += textAt(repository, "name");
    QStringList wanted = services;
    for (QStringList* names : {&wanted, &asked, &made})
        names->sort();
    must(heads.size() == 4 * services.size(), u"%1 pull requests were raised"_s.arg(heads.size()));
    must(heads.removeDuplicates() == 0, u"a pull request was raised twice"_s);
    must(of("merges").size() == size_t(heads.size()), u"a merge is there twice, or not at all"_s);
    must(asked == wanted, u"these repositories were asked for: "_s + asked.join(u' '));
    must(made == wanted, u"these repositories were made: "_s + made.join(u' '));
}

// The program

QString Scene::store() const { return m_store; }

void Scene::open(const terminal::GlobalOptions& options)
{
    m_store = !options.sandboxFile.isEmpty() ? options.sandboxFile + u".store.db"_s
                                             : m_home.filePath(u"data/slipway/store.db"_s);
    m_program = std::make_unique<app::WindowProgram>(u"0.1.0"_s, usualSpeed);
    if (const auto error = m_program->open(options, false))
        throw Stumble{u"the program did not open: "_s + error->code};
    waitForWindow();
}

void Scene::openOwnSandbox()
{
    const QString folder = m_home.filePath(u"data/slipway/sandbox"_s);
    if (QDir().mkpath(folder); !QDir(folder + u"/world"_s).exists())
        builtWorld().copyTo(folder + u"/world"_s);
    m_store = folder + u"/store.db"_s;
    m_token = builtWorld().token;
    m_program = std::make_unique<app::WindowProgram>(u"0.1.0"_s, usualSpeed);
    if (const auto error = m_program->open({}, true))
        throw Stumble{u"the sandbox did not open: "_s + error->code};
    QFile port(folder + u"/port"_s);
    must(port.open(QIODevice::ReadOnly), u"the sandbox has a place of its own"_s);
    m_port = quint16(port.readAll().toUInt());
    m_url = u"http://127.0.0.1:%1"_s.arg(m_port);
    waitForWindow();
}

void Scene::waitForWindow()
{
    waitFor(u"the window"_s, [] { return front()->isVisible(); });
    // As large as the screen has room for at the scale in force.
    QWidget* window = front();
    window->resize(QSize(1280, 800).boundedTo(window->screen()->availableSize() - QSize(20, 60)));
    waitFor(u"the window to be the active one"_s, [window] { return window->isActiveWindow(); });
}

void Scene::open() { open(terminal::GlobalOptions{.sandboxFile = announcementFile()}); }

void Scene::close() { m_program.reset(); }

// The journal

QList<Kept> Scene::journal(const QString& service) const
{
    QList<Kept> events;
    const QString connection = u"journeys"_s;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(m_store);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        must(database.open(), u"the store cannot be read"_s);
        QSqlQuery query(database);
        query.prepare(u"SELECT e.run, e.type, e.step, e.actor, e.data, e.at FROM event e JOIN run r ON r.id = e.run"
                      " WHERE r.subject = ? ORDER BY e.id"_s);
        query.addBindValue(service);
        must(query.exec(), u"the journal cannot be read"_s);
        while (query.next())
            events += {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                query.value(3).toString(), dataOf(query.value(4).toByteArray()), query.value(5).toLongLong()};
    }
    QSqlDatabase::removeDatabase(connection);
    return events;
}

QString Scene::runId(const QString& service) const
{
    for (const Kept& event : journal(service))
        return event.run;
    return {};
}

QStringList Scene::journalTypes(const QString& service) const
{
    QStringList types;
    for (const Kept& event : journal(service))
        types += event.type;
    return types;
}

// Pictures

void Scene::picture(const QString& stage)
{
    const QString folder = qEnvironmentVariable("SLIPWAY_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    using Choice = console::Theme::Choice;
    QWidget* window = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (qobject_cast<console::MainWindow*>(widget) && widget->isVisible())
            window = widget;
    for (const auto& [choice, name] :
        {std::pair(Choice::Dark, "dark"), {Choice::HighContrastDark, "contrast"}, {Choice::Light, "light"}}) {
        for (QAction* action : window->findChildren<QAction*>())
            if (action->text() == console::Theme::titleOf(choice))
                action->trigger();
        QTest::qWait(20);
        QWidget* shown = front();
        const qreal scale = shown->devicePixelRatioF();
        const QString at = scale > 1 ? u"@%1"_s.arg(scale) : QString();
        const QString file = u"%1/%2-%3-%4%5.png"_s.arg(folder, m_name, stage, QString::fromLatin1(name), at);
        must(shown->grab().save(file), file);
    }
}

void Scene::pictureOfStumble()
{
    const QString folder = qEnvironmentVariable("SLIPWAY_SCREENSHOTS");
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && !folder.isEmpty() && QDir().mkpath(folder))
            widget->grab().save(u"%1/stumbled-%2-%3.png"_s.arg(
                folder, m_name, QString::fromLatin1(widget->metaObject()->className()).section(u':', -1)));
}

} // namespace slipway::journeys
