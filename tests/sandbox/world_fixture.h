// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "base/text.h"
#include "sandbox/world/world.h"

#include <QFloat16>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

//! A world on a clock that the test moves, and the few steps that most tests begin with.
class WorldFixture {
    std::unique_ptr<QTemporaryDir> m_copy; // first: the world lies in it

public:
    //! The usual world, copied from one that is made once a process: making it anew takes most of a test's time.
    WorldFixture()
        : m_copy(std::make_unique<QTemporaryDir>())
    {
        std::filesystem::copy(original(), m_copy->path().toStdString(), std::filesystem::copy_options::recursive);
        open({.stateDirectory = m_copy->path()});
    }
    //! A world made for these options.
    explicit WorldFixture(slipway::sandbox::WorldOptions options) { open(std::move(options)); }

    void open(slipway::sandbox::WorldOptions options)
    {
        auto opened = slipway::sandbox::World::open(std::move(options), clock);
        if (!opened)
            qFatal("no world: %s", qPrintable(toQString(opened.error().details.dump())));
        world = std::move(*opened);
    }

    QString mainOid(const QString& repository) const { return world->head(*world->repository(repository)); }

    //! Branch, commit and pull request, as a client makes them. `replace` edits text that is on main.
    qint64 raise(const QString& repository, const QString& branch, const QString& path, const QByteArray& contents)
    {
        using namespace slipway::sandbox;
        const QString base = mainOid(repository);
        if (!world->createRef(repository, u"refs/heads/"_s + branch, base))
            qFatal("no branch");
        const auto commit =
            world->commitOnBranch(repository, {branch, base, u"change "_s + path, {}, {{path, contents}}});
        if (!commit)
            qFatal("no commit: %s", qPrintable(refusalText(commit.error())));
        const auto pull =
            world->createPullRequest(repository, {u"Change "_s + path, u"Body"_s, branch, u"main"_s, false});
        if (!pull)
            qFatal("no pull request: %s", qPrintable(refusalText(pull.error())));
        return (*pull)->number;
    }

    //! A pull request that adds one tenant at the end of a list: two of them conflict.
    qint64 raiseTenant(const QString& branch, const QByteArray& name)
    {
        const QString path = u"environments/test/resources/tenant_services.json"_s;
        QByteArray text = *world->git(*world->repository(u"tf-svc-infra"_s)).file(mainOid(u"tf-svc-infra"_s), path);
        const qsizetype at = text.lastIndexOf("\n  }\n]");
        text.insert(at, ",\n    \"" + name + "\": {\n      \"zone\": \"public\"\n    }");
        return raise(u"tf-svc-infra"_s, branch, path, text);
    }

    const slipway::sandbox::PullRequest& pull(const QString& repository, qint64 number) const
    {
        return *world->pullRequest(repository, number);
    }

    void pass(double seconds) { clock.advance(slipway::Millis(qint64(seconds * 1000))); }

    slipway::ManualClock clock{slipway::Timestamp{1'795'000'000'000}}; // later than the world was set up
    std::unique_ptr<slipway::sandbox::World> world;

private:
    static std::string original()
    {
        static QTemporaryDir directory;
        static const bool isMade = [] {
            slipway::ManualClock clock{slipway::Timestamp{1'795'000'000'000}};
            return slipway::sandbox::World::open({.stateDirectory = directory.path()}, clock).ok();
        }();
        if (!isMade)
            qFatal("no world to copy");
        return directory.path().toStdString();
    }

    static QString toQString(const std::string& text) { return QString::fromStdString(text); }
};
