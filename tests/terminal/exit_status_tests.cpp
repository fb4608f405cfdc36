// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/exit_status.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QTest>

using namespace slipway;
using namespace slipway::terminal;

class ExitStatusTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errorsHaveTheirStatus_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        const auto row = [](const QString& code, int status) { QTest::newRow(qPrintable(code)) << code << status; };
        row(errc::usage, 2);
        row(errc::workflowInvalid, 2);
        row(errc::workflowUnknown, 2);
        row(errc::inputInvalid, 2);
        row(errc::inputMissing, 2);
        row(errc::inputUnknown, 2);
        row(errc::settingUnknown, 2);
        row(errc::settingInvalid, 2);
        row(errc::teamUnknown, 2);
        row(errc::runUnknown, 2);
        row(errc::runAmbiguous, 2);
        row(errc::stepUnknown, 2);
        row(errc::fileUnreadable, 2);
        row(errc::filePermissions, 2);
        row(errc::networkUnsafeUrl, 2);
        row(errc::commandRefused, 3);
        row(errc::commandStale, 3);
        row(errc::subjectTaken, 3);
        row(errc::nameTaken, 3);
        row(errc::storeOwned, 3);
        row(errc::storeFenced, 3);
        row(errc::editShape, 3);
        row(errc::fileMissing, 3);
        row(errc::githubArchived, 3);
        row(errc::githubForeignBranch, 3);
        row(errc::networkUnreachable, 4);
        row(errc::networkTimeout, 4);
        row(errc::networkTls, 4);
        row(errc::answerUnreadable, 4);
        row(errc::serverError, 4);
        row(errc::githubBadCredentials, 4);
        row(errc::githubForbidden, 4);
        row(errc::githubSso, 4);
        row(errc::githubRateLimited, 4);
        row(errc::githubNoToken, 4);
        row(errc::githubNotFound, 4);
        row(errc::notConnected, 4);
        row(errc::nameUnchecked, 4);
        row(errc::storeDamaged, 5);
        row(errc::storeNewer, 5);
        row(errc::storeForeign, 5);
        row(errc::storeUnwritable, 5);
        row(errc::storeFull, 5);
        row(errc::storeMissing, 5);
        row(errc::storeReadOnly, 5);
        row(errc::fileUnwritable, 5);
        row(errc::effectUnknown, 1);
        row(errc::gateWaiting, 1);
        row(errc::internal, 1);
    }
    void errorsHaveTheirStatus()
    {
        QFETCH(QString, code);
        QTEST(exitStatus(Error{.code = code}), "status");
    }

    void followingEndsWhereNothingMovesByItself_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<bool>("retryPlanned");
        QTest::addColumn<int>("status"); // -1: goes on
        QTest::newRow("succeeded") << RunState::Succeeded << false << 0;
        QTest::newRow("failed") << RunState::Failed << false << 1;
        QTest::newRow("failed, but tried again") << RunState::Failed << true << -1;
        QTest::newRow("needs a person") << RunState::NeedsYou << false << 1;
        QTest::newRow("needs a person, another lane goes on") << RunState::NeedsYou << true << -1;
        QTest::newRow("cancelled") << RunState::Cancelled << false << 1;
        QTest::newRow("undone") << RunState::Undone << false << 1;
        QTest::newRow("paused") << RunState::Paused << false << 1;
        QTest::newRow("parked") << RunState::Parked << false << -1;
        QTest::newRow("waiting") << RunState::Waiting << false << -1;
        QTest::newRow("running") << RunState::Running << false << -1;
    }
    void followingEndsWhereNothingMovesByItself()
    {
        QFETCH(RunState, state);
        QFETCH(bool, retryPlanned);
        Run run;
        run.state = state;
        StepRun step{.state = StepState::Failed};
        if (retryPlanned)
            step.retryAt = Timestamp{1};
        run.steps << step;
        QTEST(exitStatus(run).value_or(-1), "status");
    }
};

QTEST_GUILESS_MAIN(ExitStatusTests)
#include "exit_status_tests.moc"
