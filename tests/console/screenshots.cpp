// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the window's main stages: console_screenshots FOLDER [light|dark|contrast] [maps] [rtl] [WIDTHxHEIGHT].
// Scale by QT_SCALE_FACTOR.
#include "base/manual_clock.h"
#include "console/create_dialog.h"
#include "console/credential_dialog.h"
#include "console/main_window.h"
#include "console/map_picture.h"
#include "console/opener.h"
#include "console/translation.h"
#include "console/workflows_dialog.h"
#include "fake_desk.h"
#include "steps/kinds.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

#include <cstdio>

using namespace slipway;
using namespace slipway::test;

namespace {

struct FakeConnector : console::Connector {
    Kind kind = Kind::None;
    Kind currentConnection() const override { return kind; }
    QFuture<Result<void>> trySandbox() override { return QtFuture::makeReadyFuture(Result<void>()); }
    QFuture<Result<desk::ConnectionReport>> check(
        const console::ConnectionChoice&, std::function<void(const console::SignInCode&)>) override
    {
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(desk::ConnectionReport()));
    }
    void cancelCheck() override { }
    QFuture<Result<desk::ConnectionReport>> checkCurrent() override
    {
        using steps::Granted, steps::Right;
        desk::ConnectionReport report{
            .host = u"github.com"_s, .kept = u"The token is kept in this desktop's keychain."_s};
        report.identity.login = u"mia"_s;
        const QStringList raising{u"Raise pull request"_s};
        report.findings = {
            {.place = u"DEFRA"_s, .isOrganisation = true, .right = Right::ReadMembers, .granted = Granted::Yes},
            {.place = u"DEFRA/tf-svc-infra"_s,
                .right = Right::WriteContents,
                .steps = raising,
                .granted = Granted::Yes},
            {.place = u"DEFRA/cdp-app-config"_s,
                .right = Right::WriteContents,
                .steps = raising,
                .granted = Granted::No,
                .reason = u"person"_s}};
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(report));
    }
    QFuture<Result<void>> use() override { return QtFuture::makeReadyFuture(Result<void>()); }
    bool canForget() const override { return kind == Kind::GitHub; }
};

//! Knows two credentials.
struct FakeShelf : console::CredentialShelf {
    QFuture<Result<QList<console::KeptCredential>>> credentials() override
    {
        const QString kept = u"It is kept in this desktop's keychain."_s;
        return QtFuture::makeReadyFuture(Result<QList<console::KeptCredential>>(
            QList<console::KeptCredential>{{u"notes"_s, {u"https://notes.example"_s}, u"X-Api-Key"_s, {}, kept},
                {u"portal"_s, {u"https://portal.example"_s, u"https://portal.example:8443"_s}, u"Authorization"_s,
                    u"Bearer"_s, kept}}));
    }
    QFuture<Result<void>> setCredential(const console::CredentialOffer&) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> removeCredential(const QString&) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
};

//! Offers all workflows that are shipped.
struct ShippedDesk : FakeDesk {
    using FakeDesk::FakeDesk;
    QList<std::shared_ptr<const Workflow>> workflowVersions() const override
    {
        QList<std::shared_ptr<const Workflow>> all;
        for (const QString& id : shippedWorkflows())
            if (const auto bytes = shippedWorkflow(id))
                if (const auto workflow = parseWorkflow(*bytes, id, steps::kindRules()))
                    all += *workflow;
        return all;
    }
};

struct FakeTroublemaker : console::Troublemaker {
    void make(const QString&, bool) override { }
    QFuture<QStringList> inForce() override { return QtFuture::makeReadyFuture(QStringList{u"hold"_s}); }
};

class Studio {
public:
    Studio(QString folder, QString theme)
        : m_folder(std::move(folder))
        , m_theme(std::move(theme))
        , m_settings(m_temporary.filePath(u"settings.ini"_s), QSettings::IniFormat)
    {
        m_settings.setValue(u"theme"_s, m_theme == u"dark" ? 2 : m_theme == u"contrast" ? 4 : 1);
        m_settings.setValue(
            u"views/saved"_s, u"[{\"name\":\"Fisheries, failed\",\"view\":\"failed\",\"search\":\"fisheries\"}]"_s);
        m_settings.setValue(u"layout/view"_s, 6);
    }

    void settle(int milliseconds = 60)
    {
        // By turns and not by time: on a busy machine a picture would show layouts that are not done yet.
        for (int turn = 0; turn < milliseconds; turn += 10) {
            m_clock.advance(Millis(10));
            QApplication::sendPostedEvents();
            QApplication::processEvents();
        }
    }

    void shoot(QWidget& widget, const QString& name)
    {
        settle();
        const double scale = widget.devicePixelRatioF();
        const QString file = u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_theme).arg(scale, 0, 'g', 3);
        if (!widget.grab().save(file))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
    }

    std::unique_ptr<console::MainWindow> window(FakeDesk& desk, console::MainWindowOptions options = {})
    {
        options.settings = &m_settings;
        options.version = u"0.1.0"_s;
        options.opener = [](const QUrl&) {};
        auto window = std::make_unique<console::MainWindow>(desk, m_clock, options);
        window->resize(m_size);
        window->show();
        settle();
        return window;
    }

    ManualClock& clock() { return m_clock; }
    void setSize(QSize size) { m_size = size; }

private:
    QString m_folder, m_theme;
    QSize m_size{1280, 820};
    QTemporaryDir m_temporary;
    QSettings m_settings;
    ManualClock m_clock{Timestamp{1'763'732'400'000}};
};

//! Each as soon as dot, which is a process, has laid it out.
void shootMaps(Studio& studio, QWidget* parent)
{
    ShippedDesk desk(studio.clock());
    FakeShelf shelf;
    console::WorkflowsDialog dialog(desk, studio.clock(), &shelf, parent);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.resize(1180, 900);
    dialog.open();
    auto* list = dialog.findChild<QTreeWidget*>(u"workflowList"_s);
    const auto* picture = dialog.findChild<console::MapPicture*>();
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        list->setCurrentItem(list->topLevelItem(row));
        for (int turn = 0; turn < 500 && picture->scene()->items().isEmpty(); ++turn)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const QString id = list->topLevelItem(row)->toolTip(0);
        studio.shoot(dialog, u"9-map-"_s + id);
        if (row == 0) {
            auto* steps = dialog.findChild<QTreeWidget*>(u"workflowSteps"_s);
            steps->setCurrentItem(steps->topLevelItem(4));
            studio.shoot(dialog, u"9-map-chosen"_s);
        }
    }
    dialog.close();
    console::CredentialDialog asking(shelf, {.name = u"notes"_s, .hosts = {u"https://notes.example"_s}}, true, parent);
    asking.setAttribute(Qt::WA_DeleteOnClose, false);
    asking.open();
    studio.shoot(asking, u"9-credential"_s);
    asking.close();
}

//! A year of runs: most take what they took before, some wait for a weekend.
desk::WorkflowStatistics historyOf(const Workflow& workflow, Timestamp now)
{
    desk::WorkflowStatistics history{.workflow = workflow.id, .runs = 187};
    history.states = {{RunState::Succeeded, 171}, {RunState::Failed, 4}, {RunState::Cancelled, 12}};
    quint32 seed = 7;
    const auto random = [&seed] {
        seed = seed * 1664525 + 1013904223;
        return double(seed >> 8) / double(1 << 24);
    };
    const auto filled = [&](const QString& step, int count, double minutes) {
        journal::DurationStatistics one{.step = step, .count = count};
        QList<qint64> ms;
        for (int i = 0; i < count; ++i) {
            const double slow = random() < 0.06 ? 2.5 + 2 * random() : 0.6 + random() * random() * 1.4;
            const Millis took(qint64(minutes * slow * 60'000));
            ms += took.count();
            one.samples += {RunId(u"run-%1"_s.arg(count - i)), now - Millis(qint64(i) * 2 * 86'400'000), took};
        }
        std::sort(ms.begin(), ms.end());
        one.median = Millis(journal::percentile(ms, 0.5).value_or(0));
        one.p90 = Millis(journal::percentile(ms, 0.9).value_or(0));
        return one;
    };
    history.whole = filled({}, 171, 41);
    history.whole.failures = 4;
    history.whole.retries = 39;
    double minutes = 1;
    for (const StepDefinition& step : workflow.steps) {
        history.steps += filled(step.id.text(), 171, minutes);
        minutes = minutes > 12 ? 0.4 : minutes * 1.7;
    }
    history.steps[4].failures = 4;
    history.steps[4].retries = 31;
    history.steps.last().samples.resize(3);
    history.steps.last().count = 3;
    return history;
}

QAction* actionOf(QWidget& window, const QString& text)
{
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text().remove(u'&') == text)
            return action;
    qFatal("no action %s", qPrintable(text));
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    console::installTranslation(app, QLocale(QLocale::English));
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"screenshots"_s;
    QDir().mkpath(folder);
    Studio studio(folder, argc > 2 ? QString::fromLatin1(argv[2]) : u"light"_s);
    const QStringList wishes = app.arguments().mid(3);
    if (wishes.contains(u"rtl"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    for (const QString& wish : wishes)
        if (const QStringList size = wish.split(u'x'); size.size() == 2)
            studio.setSize({size[0].toInt(), size[1].toInt()});

    {
        FakeDesk desk(studio.clock());
        auto window = studio.window(desk);
        studio.shoot(*window, u"1-empty"_s);
        FakeConnector connector;
        auto first = studio.window(desk, {.connector = &connector});
        studio.shoot(*first, u"2-first-run"_s);
        first.reset();
        connector.kind = console::Connector::Kind::GitHub;
        auto connected = studio.window(desk, {.connector = &connector});
        actionOf(*connected, u"Connection…"_s)->trigger();
        studio.settle();
        QWidget* connection = QApplication::activeModalWidget();
        studio.shoot(*connection, u"2-connection"_s);
        for (QPushButton* button : connection->findChildren<QPushButton*>())
            if (button->text().remove(u'&') == u"Connect differently…")
                button->click();
        studio.settle();
        studio.shoot(*connection, u"2-connection-form"_s);
        connection->findChild<QPushButton*>(u"connectionForget"_s)->click();
        studio.settle();
        studio.shoot(*QApplication::activeModalWidget(), u"2-forget"_s);
        QApplication::activeModalWidget()->close();
        connection->close();
        studio.settle();
        console::askingFirst([](const QUrl&) {}, [] { return QStringList{u"github.com"_s}; })(
            QUrl(u"https://gith\u00fcb.com/DEFRA/tf-svc-infra"_s));
        studio.settle();
        studio.shoot(*QApplication::activeModalWidget(), u"8-another-site"_s);
        QApplication::activeModalWidget()->close();
    }
    FakeDesk desk(studio.clock());
    const auto runs = desk.addGallery();
    desk.addFinished(1200);
    FakeTroublemaker trouble;
    FakeShelf shelf;
    auto window = studio.window(desk, {.troublemaker = &trouble, .credentials = &shelf});
    shootMaps(studio, window.get());
    if (wishes.contains(u"maps"))
        return 0;
    auto* tabs = window->findChild<QTabWidget*>(u"inspector"_s);
    for (const QString& kind :
        {u"waiting"_s, u"running"_s, u"retrying"_s, u"stuck"_s, u"failed"_s, u"needsYou"_s, u"cancelled"_s}) {
        window->selectRun(runs[kind]);
        studio.shoot(*window, u"3-"_s + kind);
    }
    const auto listed = desk.runs({}).result();
    for (const auto& run : *listed)
        if (run.state == RunState::Succeeded) {
            window->selectRun(run.id);
            studio.shoot(*window, u"3-finished"_s);
            break;
        }
    window->selectRun(runs[u"running"_s]);
    studio.settle();
    auto* timeline = window->findChild<QTreeView*>(u"timeline"_s);
    for (int tab = 1; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        const QModelIndex lane = timeline->model()->index(0, 0);
        timeline->setCurrentIndex(timeline->model()->index(4, 0, lane));
        studio.shoot(*window, u"4-tab-%1"_s.arg(tab));
    }
    tabs->setCurrentIndex(0);
    {
        desk::EngineStatus status = desk.status();
        status.sandbox = true;
        status.timeScale = 20;
        status.host = u"sandbox"_s;
        desk.setStatus(status);
        studio.shoot(*window, u"5-sandbox"_s);
        status.trouble = noNetwork();
        status.troubleUntil = studio.clock().now() + 40s;
        desk.setStatus(status);
        studio.shoot(*window, u"5-trouble"_s);
        status.trouble.reset();
        status.sandbox = false;
        desk.setStatus(status);
    }
    const auto dialogShot = [&](const QString& action, const QString& name) {
        actionOf(*window, action)->trigger();
        studio.settle();
        if (QWidget* dialog = QApplication::activeModalWidget()) {
            studio.shoot(*dialog, name);
            dialog->close();
        } else
            std::fprintf(stderr, "no dialog for %s\n", qPrintable(action));
        studio.settle();
    };
    window->selectRun(runs[u"failed"_s]);
    studio.settle();
    {
        using Agreement = desk::EvidenceLine::Agreement;
        desk::Evidence evidence;
        evidence.service = u"GitHub"_s;
        evidence.verdict = desk::Evidence::Verdict::Done;
        evidence.headline = u"GitHub shows this step's work as done. The journal does not know it yet."_s;
        evidence.onRetry = u"find the work done and go on, sending nothing"_s;
        evidence.lines = {{u"Commit"_s, u"7081cc038e"_s},
            {u"Workflow Terraform - env"_s, u"finished: success"_s, u"finished: failure"_s, Agreement::Differs,
                u"https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892"_s},
            {u"Head commit"_s, u"523efa0ccb"_s, u"523efa0ccb"_s, Agreement::Same}};
        desk.evidenceFound = evidence;
        dialogShot(u"Retry"_s, u"6-retry-done"_s);
        evidence.verdict = desk::Evidence::Verdict::WouldWrite;
        evidence.headline.clear();
        evidence.onRetry = u"run the workflow's failed jobs again in DEFRA/tf-svc-infra"_s;
        evidence.lines[1].service = u"finished: failure"_s;
        evidence.lines[1].agreement = Agreement::Same;
        desk.evidenceFound = evidence;
    }
    dialogShot(u"Advance…"_s, u"6-advance"_s);
    dialogShot(u"Cancel…"_s, u"6-cancel"_s);
    dialogShot(u"Undo…"_s, u"6-undo-unread"_s);
    {
        using Deed = desk::UndoNow::Deed;
        desk.undoNow = {
            {StepId(u"nginx-raise"_s),
                {.deed = Deed::Proposes,
                    .will = u"Proposes a pull request that reverts #341 of DEFRA/cdp-nginx-upstreams, which is "
                            "merged: a person reviews and merges it. Deletes its branch."_s,
                    .service = u"#341 merged by jon, branch is there, its change stands as it was merged"_s,
                    .journal = u"#341 open"_s,
                    .differs = true}},
            {StepId(u"config-raise"_s),
                {.deed = Deed::TakesBack,
                    .will = u"Closes pull request #812 of DEFRA/cdp-app-config. Deletes its branch. If it is merged by "
                            "then, a pull request that reverts it is proposed instead."_s,
                    .service = u"#812 open, auto-merge is on, branch is there"_s,
                    .journal = u"#812 open"_s}},
            {StepId(u"infra-raise"_s),
                {.deed = Deed::Nothing,
                    .will = u"#225 of DEFRA/tf-svc-infra was reverted by #230: nothing is left of it to take back."_s,
                    .service = u"#225 merged, branch is gone, taken back by #230"_s,
                    .journal = u"#225 merged"_s,
                    .differs = true}}};
        desk.undoHeadline =
            u"GitHub shows something else than the journal believes. cdp-nginx-upstreams: #341 merged by "
            "jon, not #341 open; tf-svc-infra: #225 merged, taken back by #230, not #225 merged. The "
            "lines follow GitHub."_s;
    }
    dialogShot(u"Undo…"_s, u"6-undo"_s);
    dialogShot(u"Retry from here"_s, u"6-retry-from"_s);

    dialogShot(u"About Slipway"_s, u"8-about"_s);
    {
        const RunId asked = desk.begin(registering(), {{"name", "harbour"}}, 10min)
                                .cutOff("register", 9min)
                                .ask("register", 7min, outcomeUnknown())
                                .run();
        desk.announce({asked});
        studio.settle();
        window->selectStep(asked, StepId(u"register"_s));
        studio.settle();
        studio.shoot(*window, u"3-unanswered"_s);
        desk.evidenceFound.reset();
        dialogShot(u"Say what happened…"_s, u"6-answer"_s);
        const RunId invited = desk.begin(inviting(), {{"name", "pier"}}, 10min)
                                  .cutOff("register", 9min)
                                  .ask("register", 7min, outcomeUnknown())
                                  .run();
        desk.announce({invited});
        studio.settle();
        window->selectStep(invited, StepId(u"register"_s));
        studio.settle();
        dialogShot(u"Say what happened…"_s, u"6-answer-secret"_s);
        auto* list = window->findChild<QTreeView*>(u"runs"_s);
        list->clearSelection();
        for (int row = 0; row < 9; ++row)
            list->selectionModel()->select(
                list->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        studio.settle();
        studio.shoot(*window, u"3-several"_s);
        const QString count = QString::number(list->selectionModel()->selectedRows().size());
        dialogShot(u"Retry in %1 runs…"_s.arg(count), u"6-many-retry"_s);
        dialogShot(u"Cancel %1 runs…"_s.arg(count), u"6-many-cancel"_s);
        window->selectRun(runs[u"failed"_s]);
        studio.settle();
    }

    dialogShot(u"Compare with another run…"_s, u"9-compare"_s);
    dialogShot(u"Copies of the store…"_s, u"8-store-copies"_s);
    actionOf(*window, u"View timeline as table"_s)->trigger();
    studio.settle();
    for (QWidget* top : QApplication::topLevelWidgets())
        if (top->isVisible() && top != window.get() && qobject_cast<QDialog*>(top)) {
            studio.shoot(*top, u"9-timeline-table"_s);
            top->close();
        }
    for (int i = 0; i < 3; ++i)
        actionOf(*window, u"Earlier"_s)->trigger();
    studio.shoot(*window, u"3-as-of-then"_s);
    actionOf(*window, u"Back to now"_s)->trigger();
    studio.settle();

    desk.history = historyOf(*desk.workflows().first(), studio.clock().now());
    dialogShot(u"Durations…"_s, u"9-durations"_s);
    dialogShot(u"Command palette"_s, u"8-palette"_s);
    dialogShot(u"Help and shortcuts"_s, u"8-shortcuts"_s);
    for (int page = 0; page < 6; ++page) {
        actionOf(*window, u"Settings…"_s)->trigger();
        studio.settle();
        QWidget* settings = QApplication::activeModalWidget();
        settings->findChild<QTabWidget*>(u"settingsPages"_s)->setCurrentIndex(page);
        studio.shoot(*settings, u"8-settings-%1"_s.arg(page));
        settings->close();
        studio.settle();
    }
    actionOf(*window, u"Set-up checklist"_s)->trigger();
    studio.settle();
    studio.shoot(*window->findChild<QWidget*>(u"setUp"_s), u"8-set-up"_s);
    window->findChild<QWidget*>(u"setUp"_s)->close();
    desk.story(runs[u"waiting"_s]).ask("infra-merged", 0min, needsPerson());
    desk.announce({runs[u"waiting"_s]});
    studio.settle(400);
    actionOf(*window, u"Notifications (3)"_s)->trigger();
    studio.settle();
    studio.shoot(*window->findChild<QWidget*>(u"notices"_s), u"8-notices"_s);
    window->findChild<QWidget*>(u"notices"_s)->close();
    studio.settle();

    window->newService();
    studio.settle();
    auto* dialog = qobject_cast<console::CreateDialog*>(QApplication::activeModalWidget());
    if (!dialog)
        qFatal("no dialog");
    dialog->resize(1120, 720);
    studio.shoot(*dialog, u"7-create-empty"_s);
    dialog->findChild<QLineEdit*>(u"input-repositoryName"_s)->setText(u"Orders api"_s);
    studio.settle(500);
    studio.shoot(*dialog, u"7-create-wrong"_s);
    dialog->findChild<QLineEdit*>(u"input-repositoryName"_s)->setText(u"harvest-api"_s);
    dialog->findChild<QComboBox*>(u"input-serviceType"_s)->setCurrentIndex(1);
    dialog->findChild<QComboBox*>(u"input-owningTeam"_s)->setCurrentIndex(2);
    studio.settle(500);
    studio.shoot(*dialog, u"7-create-ready"_s);
    desk.availability = desk::Availability{.kind = desk::Availability::Kind::Taken,
        .holder = u"github.com/DEFRA/harvest-api2"_s,
        .link = QUrl(u"https://github.com/DEFRA/harvest-api2"_s)};
    dialog->findChild<QLineEdit*>(u"input-repositoryName"_s)->setText(u"harvest-api2"_s);
    studio.settle(500);
    studio.shoot(*dialog, u"7-create-taken"_s);
    desk.availability = desk::Availability{.kind = desk::Availability::Kind::Free};
    desk.availabilityOf.insert(u"stock-feed"_s,
        desk::Availability{.kind = desk::Availability::Kind::Taken, .holder = u"github.com/DEFRA/stock-feed"_s});
    dialog->findChild<QPushButton*>(u"batchButton"_s)->click();
    studio.settle();
    QWidget* batch = QApplication::activeModalWidget();
    studio.shoot(*batch, u"7-batch-empty"_s);
    auto* list = batch->findChild<QPlainTextEdit*>(u"serviceList"_s);
    list->setPlainText(
        u"Service name\tService type\tOwning team\nharvest-api\tcdp-node-backend-template\tfisheries\n"
        "basket-ui\tcdp-node-frontend-template\tfisheries\nstock-feed\tcdp-node-backend-template\tfisheries\n"
        "Orders Api\tcdp-node-backend-template\tfisheries\nledger-api\tcobol\tfisheries\n"
        "harvest-api\tcdp-node-backend-template\tfisheries\naudit-sink\tcdp-dotnet-backend-template\tfisheries"_s);
    studio.settle(500);
    studio.settle(500);
    studio.shoot(*batch, u"7-batch-checked"_s);
    list->setPlainText(u"Service name;Owning taem\nharvest-api;fisheries\nbasket-ui;fisheries"_s);
    studio.settle(500);
    studio.shoot(*batch, u"7-batch-heading"_s);
    QString many;
    for (int i = 1; i <= 500; ++i)
        many += u"harvest-%1\n"_s.arg(i);
    desk.holdAnswers = true;
    list->setPlainText(many);
    studio.settle(500);
    desk.release();
    studio.settle();
    studio.shoot(*batch, u"7-batch-checking"_s);
    desk.holdAnswers = false;
    desk.release();
    list->clear();
    batch->close();
    studio.settle();
    dialog->close();
    // Undone, and its change stands until a person has decided.
    desk.story(runs[u"failed"_s])
        .event(EventType::UndoRequested, 0min, "", {{"steps", {"infra-raise"}}, {"reason", "wrong name"}}, "mia")
        .event(EventType::StepStarted, 0min, "infra-raise", {{"by", "engine"}})
        .event(EventType::StepUndone, 0min, "infra-raise",
            {{"note", "revertProposed"},
                {"outputs",
                    {{"revertNumber", 230}, {"revertNodeId", "PR_230"},
                        {"revertUrl", "https://github.com/DEFRA/tf-svc-infra/pull/230"}}}})
        .event(EventType::RunUndone, 0min, "", Json::object());
    desk.announce({runs[u"failed"_s]});
    tabs->setCurrentIndex(0);
    window->selectRun(runs[u"waiting"_s]);
    studio.settle();
    window->selectRun(runs[u"failed"_s]);
    studio.shoot(*window, u"3-undone"_s);
    return 0;
}
