// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "console/connection_dialog.h"
#include "console/navigator.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct FakeConnector : Connector {
    Kind kind = Kind::None;
    std::optional<Error> error;
    ConnectionChoice chosen;
    std::function<void(const SignInCode&)> codes;
    desk::ConnectionReport report{.host = u"github.com"_s, .identity = {.login = u"mia"_s}};
    using Promise = QPromise<Result<desk::ConnectionReport>>;
    QList<std::shared_ptr<Promise>> pending; //!< of checks that wait
    bool waits = false;
    int sandboxes = 0, used = 0, cancelled = 0;

    Kind currentConnection() const override { return kind; }
    QFuture<Result<void>> trySandbox() override
    {
        ++sandboxes;
        return finish(Kind::Sandbox);
    }
    QFuture<Result<desk::ConnectionReport>> check(
        const ConnectionChoice& choice, std::function<void(const SignInCode&)> codeShown) override
    {
        chosen = choice;
        codes = std::move(codeShown);
        if (waits) {
            pending += std::make_shared<Promise>();
            pending.last()->start();
            return pending.last()->future();
        }
        if (error)
            return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(*error));
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(report));
    }
    void cancelCheck() override { ++cancelled; }
    bool keeps = true;
    QPromise<Result<void>> keeping; //!< where it does not
    QFuture<Result<void>> use() override
    {
        ++used;
        if (!keeps) {
            keeping.start();
            return keeping.future();
        }
        return finish(Kind::GitHub);
    }
    QFuture<Result<desk::ConnectionReport>> checkCurrent() override
    {
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(report));
    }
    bool isKept = true;
    int forgotten = 0;
    bool canForget() const override { return isKept; }
    QFuture<Result<void>> forget() override
    {
        ++forgotten;
        return error ? QtFuture::makeReadyFuture(Result<void>(*error)) : finish(Kind::None);
    }
    void answer(qsizetype check, const Result<desk::ConnectionReport>& result)
    {
        pending[check]->addResult(result);
        pending[check]->finish();
    }
    QFuture<Result<void>> finish(Kind to)
    {
        if (error)
            return QtFuture::makeReadyFuture(Result<void>(*error));
        kind = to;
        return QtFuture::makeReadyFuture(Result<void>());
    }
};

} // namespace

class ConnectionTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void firstRunOffersSandboxAndGitHub()
    {
        FakeConnector connector;
        WindowStage s;
        s.open({}, &connector);
        auto* sandbox = s.window->findChild<QPushButton*>(u"sandboxButton"_s);
        auto* connect = s.window->findChild<QPushButton*>(u"connectButton"_s);
        auto* token = s.window->findChild<QLineEdit*>(u"token"_s);
        QVERIFY(sandbox->isVisible());
        QVERIFY(!connect->isEnabled());
        QTest::keyClicks(token, u"ghp_secret123"_s);
        QVERIFY(connect->isEnabled());
        connector.error = Error{.code = errc::githubBadCredentials};
        QTest::mouseClick(connect, Qt::LeftButton);
        s.settle();
        QVERIFY(connect->isVisible()); // still here, with the reason
        QCOMPARE(token->text(), u"ghp_secret123"_s);
        connector.error.reset();
        QTest::mouseClick(connect, Qt::LeftButton);
        s.settle();
        QCOMPARE(connector.chosen.host, u"https://github.com"_s);
        QCOMPARE(connector.chosen.token.reveal(), QByteArray("ghp_secret123"));
        QVERIFY(token->text().isEmpty()); // not kept in a widget
        // What it may do is shown first; nothing is kept until a person says so.
        auto* dialog = s.window->findChild<ConnectionDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QLabel*>(u"connectionSummary"_s)->text(), u"You are mia at github.com."_s);
        QCOMPARE(connector.used, 0);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"connectionNext"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(connector.used, 1);
        QVERIFY(!sandbox->isVisible());
        QVERIFY(s.window->findChild<Navigator*>()->isVisible());
    }

    void signingInShowsTheCodeAndOpensItsPage()
    {
        FakeConnector connector;
        connector.waits = true;
        QList<QUrl> opened;
        ConnectionDialog dialog(connector, [&opened](const QUrl& url) { opened.append(url); });
        dialog.show();
        auto* way = dialog.findChild<QComboBox*>(u"connectionWay"_s);
        auto* next = dialog.findChild<QPushButton*>(u"connectionNext"_s);
        auto* client = dialog.findChild<QLineEdit*>(u"connectionClientId"_s);
        QVERIFY(!next->isEnabled() && !next->toolTip().isEmpty());
        QVERIFY(!client->isVisible());
        way->setCurrentIndex(1);
        QVERIFY(client->isVisible());
        QVERIFY(!dialog.findChild<QLineEdit*>(u"connectionToken"_s)->isVisible());
        QTest::keyClicks(client, u"Iv23client"_s);
        QVERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(connector.chosen.way == ConnectionChoice::Way::SignIn);
        QCOMPARE(connector.chosen.clientId, u"Iv23client"_s);
        connector.codes({u"WDJB-MJHT"_s, QUrl(u"https://github.com/login/device"_s), {1700000000000}});
        auto* code = dialog.findChild<QLabel*>(u"signInCode"_s);
        QVERIFY(code->isVisible());
        QCOMPARE(code->text(), u"WDJB-MJHT"_s);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"copyCode"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"WDJB-MJHT"_s);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"openSignInPage"_s), Qt::LeftButton);
        QCOMPARE(opened, QList<QUrl>{QUrl(u"https://github.com/login/device"_s)});
        // Back ends it; an answer that comes all the same changes nothing.
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"connectionBack"_s), Qt::LeftButton);
        QCOMPARE(connector.cancelled, 1);
        QVERIFY(way->isVisible());
        connector.answer(0, connector.report);
        QTest::qWait(10);
        QVERIFY(way->isVisible());
    }

    //! What is kept is what was asked last: nothing else may be shown above the button that keeps it.
    void theReportOfAnEarlierCheckIsNotShownAsThatOfTheNext()
    {
        FakeConnector connector;
        connector.waits = true;
        ConnectionDialog dialog(connector, {});
        dialog.show();
        auto* token = dialog.findChild<QLineEdit*>(u"connectionToken"_s);
        auto* next = dialog.findChild<QPushButton*>(u"connectionNext"_s);
        auto* busy = dialog.findChild<QLabel*>(u"connectionBusy"_s);
        const auto check = [&](const QString& typed) {
            token->clear();
            QTest::keyClicks(token, typed);
            QTest::mouseClick(next, Qt::LeftButton);
        };
        check(u"ghp_first"_s);
        const auto firstCodes = connector.codes;
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"connectionBack"_s), Qt::LeftButton);
        check(u"ghp_second"_s);
        QCOMPARE(connector.pending.size(), 2);
        firstCodes({u"WDJB-MJHT"_s, QUrl(u"https://github.com/login/device"_s), {1700000000000}});
        connector.answer(0, desk::ConnectionReport{.host = u"github.com"_s, .identity = {.login = u"jon"_s}});
        QTest::qWait(10);
        QVERIFY(busy->isVisible());
        connector.answer(1, connector.report);
        QTRY_VERIFY(!busy->isVisible());
        QCOMPARE(dialog.findChild<QLabel*>(u"connectionSummary"_s)->text(), u"You are mia at github.com."_s);

        // And why one was refused is not said of the next.
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"connectionBack"_s), Qt::LeftButton);
        check(u"ghp_third"_s);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"connectionBack"_s), Qt::LeftButton);
        dialog.checkCurrent();
        connector.answer(2, Error{.code = errc::githubBadCredentials});
        QTRY_VERIFY(dialog.findChild<QLabel*>(u"connectionSummary"_s)->isVisible());
        QTest::qWait(10);
        QVERIFY(dialog.findChild<QLabel*>(u"connectionSummary"_s)->isVisible());
    }

    //! Else the other connection is used all the same, from behind the form for a third.
    void thereIsNoWayBackWhileTheTokenIsKept()
    {
        FakeConnector connector;
        connector.keeps = false;
        ConnectionDialog dialog(connector, {});
        dialog.show();
        dialog.showResults(connector.report);
        auto* back = dialog.findChild<QPushButton*>(u"connectionBack"_s);
        QVERIFY(back->isVisible());
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"connectionNext"_s), Qt::LeftButton);
        QCOMPARE(connector.used, 1);
        QVERIFY(!back->isVisible());
    }

    void whoLooksAroundFirstIsNotCalledBackByTheCheck()
    {
        FakeConnector connector;
        connector.waits = true;
        WindowStage s;
        s.open({}, &connector);
        auto* connect = s.in<QPushButton>(s.window.get(), u"connectButton"_s);
        auto* token = s.in<QLineEdit>(s.window.get(), u"token"_s);
        QTest::keyClicks(token, u"ghp_secret123"_s);
        QTest::mouseClick(connect, Qt::LeftButton);
        QVERIFY(!connect->isEnabled());
        QTest::mouseClick(s.in<QPushButton>(s.window.get(), u"laterButton"_s), Qt::LeftButton);
        QCOMPARE(connector.cancelled, 1);
        QVERIFY(connect->isEnabled());
        connector.answer(0, connector.report);
        s.settle();
        QVERIFY(!s.window->findChild<ConnectionDialog*>());
    }

    void aConnectionIsForgottenByAWord()
    {
        FakeConnector connector;
        connector.kind = Connector::Kind::GitHub;
        ConnectionDialog dialog(connector, {});
        dialog.show();
        auto* forget = dialog.findChild<QPushButton*>(u"connectionForget"_s);
        QVERIFY(!forget->isVisible()); // nothing is shown yet that could be
        dialog.checkCurrent();
        QTRY_VERIFY(forget->isVisible());
        const auto answer = [&](QMessageBox::ButtonRole role) {
            QTest::mouseClick(forget, Qt::LeftButton);
            auto* box = dialog.findChild<QMessageBox*>(u"forgetConnection"_s);
            QVERIFY(box);
            for (auto* button : box->buttons())
                if (box->buttonRole(button) == role)
                    button->click();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        answer(QMessageBox::RejectRole);
        QCOMPARE(connector.forgotten, 0);
        connector.error = Error{.code = errc::keychainUnavailable};
        answer(QMessageBox::DestructiveRole);
        QTRY_VERIFY(dialog.findChild<QComboBox*>(u"connectionWay"_s)->isVisible()); // and says why above it
        QCOMPARE(connector.forgotten, 1);
        connector.error.reset();
        dialog.checkCurrent();
        QTRY_VERIFY(forget->isVisible());
        answer(QMessageBox::DestructiveRole);
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(connector.forgotten, 2);
        connector.isKept = false;
        dialog.show();
        dialog.checkCurrent();
        QTest::qWait(10);
        QVERIFY(!forget->isVisible());
    }

    void aPageThatIsNoSafeLinkIsNotOpened()
    {
        QList<QUrl> opened;
        SignInPanel panel([&opened](const QUrl& url) { opened.append(url); });
        panel.showCode({u"A"_s, QUrl(u"file:///etc/passwd"_s), {1700000000000}});
        panel.show();
        QTest::mouseClick(panel.findChild<QPushButton*>(u"openSignInPage"_s), Qt::LeftButton);
        QVERIFY(opened.isEmpty());
        for (auto* box : panel.findChildren<QMessageBox*>())
            box->close();
    }

    void whatIsMissingStandsOpenWithItsReason()
    {
        FakeConnector connector;
        const auto finding = [](const char* place, steps::Right right, steps::Granted granted, const QString& reason) {
            return steps::Finding{.place = QLatin1StringView(place),
                .right = right,
                .steps = {u"Raise pull request"_s},
                .granted = granted,
                .reason = reason};
        };
        connector.report.findings = {
            finding("DEFRA/tf-svc", steps::Right::WriteContents, steps::Granted::Yes, {}),
            finding("DEFRA/tf-svc-infra", steps::Right::WriteContents, steps::Granted::Yes, {}),
            finding("DEFRA/tf-svc-infra", steps::Right::WriteWorkflows, steps::Granted::No, u"scope"_s),
        };
        connector.report.checkedAt = {1700000000000};
        connector.report.identity.tokenExpiresAt = Timestamp{1700000000000} + Millis(3LL * 24 * 3600 * 1000);
        ConnectionDialog dialog(connector, {});
        dialog.checkCurrent();
        dialog.show();
        QTest::qWait(10);
        auto* list = dialog.findChild<QTreeWidget*>(u"connectionFindings"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QVERIFY(!list->topLevelItem(0)->isExpanded());
        QVERIFY(list->topLevelItem(1)->isExpanded());
        QVERIFY(list->topLevelItem(1)->text(1).startsWith(u"✗"_s));
        QCOMPARE(list->currentItem()->text(0), u"change workflow files"_s);
        QVERIFY(dialog.findChild<QLabel*>(u"connectionWhy"_s)->text().contains(u"“repo, workflow”"_s));
        QVERIFY(dialog.findChild<QLabel*>(u"connectionVerdict"_s)->text().contains(u"missing"_s));
        bool warned = false;
        for (auto* label : dialog.findChildren<QLabel*>())
            warned |= label->isVisible() && label->text().contains(u"in 3 days"_s);
        QVERIFY(warned);
        // Everything is reached and named without a mouse.
        for (auto* widget : dialog.findChildren<QWidget*>())
            if (widget->isVisible() && (qobject_cast<QLineEdit*>(widget) || qobject_cast<QTreeWidget*>(widget)))
                QVERIFY(!widget->accessibleName().isEmpty() && widget->focusPolicy() != Qt::NoFocus);
    }
};

QTEST_MAIN(ConnectionTests)
#include "connection_tests.moc"
