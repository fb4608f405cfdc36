// SPDX-License-Identifier: GPL-3.0-or-later
// A password and a stored credential that are typed into the window are told nowhere: not in what assistive technology
// reads, not in the clipboard, not in a file of the home that is left, but for the private one of a credential that no
// keychain takes.
#include "app/window_program.h"
#include "base/text.h"
#include "console/create_dialog.h"
#include "console/credential_dialog.h"
#include "console/credentials_page.h"
#include "console/main_window.h"
#include "console/translation.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;

namespace {

const QString canary = QStringLiteral("canary-Pa55word-9c41e7");
const QString token = QStringLiteral("canary-t0ken-5d20b8");
const QString email = QStringLiteral("anna@dept.gov.uk");
constexpr int longWait = 90'000;
constexpr int shortWait = 20'000;

//! Every text that assistive technology is told of this object and of what it holds.
void collect(QAccessibleInterface* object, QStringList& texts, QSet<QAccessibleInterface*>& seen, int depth)
{
    if (!object || !object->isValid() || depth > 60 || seen.contains(object))
        return;
    seen.insert(object);
    for (const auto kind :
        {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help, QAccessible::Accelerator})
        texts += object->text(kind);
    if (auto* text = object->textInterface())
        texts += text->text(0, text->characterCount());
    if (auto* value = object->valueInterface())
        texts += value->currentValue().toString();
    // Cells are read from their models: Qt 6.4 keeps accessible cells whose rows have gone, and reads them all the same.
    if (object->tableInterface())
        return;
    for (int i = 0; i < object->childCount(); ++i)
        collect(object->child(i), texts, seen, depth + 1);
}

//! What widgets hold beside that: tool tips, and every role of every cell.
void collect(QWidget* widget, QStringList& texts)
{
    texts << widget->toolTip() << widget->statusTip() << widget->whatsThis() << widget->windowTitle();
    if (const auto* label = qobject_cast<QLabel*>(widget))
        texts += label->text();
    if (const auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model()) {
        QList<QModelIndex> parents{QModelIndex()};
        while (!parents.isEmpty()) {
            const QModelIndex parent = parents.takeFirst();
            for (int row = 0; row < view->model()->rowCount(parent); ++row) {
                for (int column = 0; column < view->model()->columnCount(parent); ++column) {
                    const QModelIndex index = view->model()->index(row, column, parent);
                    for (int role = 0; role < int(Qt::UserRole) + 40; ++role)
                        texts += index.data(role).toString();
                }
                parents += view->model()->index(row, 0, parent);
            }
        }
    }
}

} // namespace

class CanaryGuiTest : public QObject {
    Q_OBJECT

    QString m_home;

    static QString everything()
    {
        QStringList texts;
        QSet<QAccessibleInterface*> seen;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            collect(QAccessible::queryAccessibleInterface(widget), texts, seen, 0);
            for (auto* child : widget->findChildren<QWidget*>())
                collect(child, texts);
            collect(widget, texts);
        }
        texts += QApplication::clipboard()->text();
        return texts.join(u'\n');
    }
    //! By the settings' page.
    static void keepCredential()
    {
        const auto actions = window()->findChildren<QAction*>();
        const auto settings = std::ranges::find_if(
            actions, [](const QAction* action) { return action->text().remove(u'&') == u"Settings…"_s; });
        QVERIFY(settings != actions.end());
        (*settings)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), shortWait);
        QPointer<QWidget> dialog = QApplication::activeModalWidget();
        auto* page = dialog->findChild<CredentialsPage*>();
        QVERIFY(page);
        dialog->findChild<QTabWidget*>(u"settingsPages"_s)->setCurrentWidget(page);
        page->findChild<QPushButton*>(u"newCredential"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(page->findChild<CredentialDialog*>(), shortWait);
        QPointer<CredentialDialog> asking = page->findChild<CredentialDialog*>();
        for (const auto& [name, text] : {std::pair(u"credentialName"_s, u"notes"_s),
                 {u"credentialHosts"_s, u"https://notes.example"_s}, {u"credentialSecret"_s, token}})
            QTest::keyClicks(asking->findChild<QLineEdit*>(name), text);
        QVERIFY(everything().contains(u"https://notes.example"_s));
        QVERIFY(!everything().contains(token));
        asking->findChild<QPushButton*>(u"keepCredential"_s)->click();
        const auto* list = page->findChild<QTreeView*>(u"credentialList"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, longWait);
        QVERIFY(everything().contains(u"https://notes.example"_s));
        QVERIFY(!everything().contains(token));
        dialog->close();
    }
    static MainWindow* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

public:
    explicit CanaryGuiTest(QString home)
        : m_home(std::move(home))
    { }

private Q_SLOTS:
    void thePasswordIsToldNowhere()
    {
        app::WindowProgram program(u"0.1.0"_s, 60);
        const auto error = program.open({}, true);
        QVERIFY2(!error, error ? qPrintable(error->code) : "");
        QTRY_VERIFY_WITH_TIMEOUT(window(), shortWait);
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChild<QTreeView*>(u"runs"_s), shortWait);
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<CreateDialog*>(QApplication::activeModalWidget()));
        auto* dialog = QApplication::activeModalWidget();
        auto* workflows = dialog->findChild<QComboBox*>(u"workflow"_s);
        QVERIFY(workflows);
        workflows->setCurrentIndex(workflows->findData(u"pay-create-service"_s));
        for (const auto& [input, text] : {std::pair(u"serviceName"_s, u"Fishing licences"_s), {u"email"_s, email},
                 {u"telephone"_s, u"+447700900001"_s}, {u"password"_s, canary}}) {
            auto* line = dialog->findChild<QLineEdit*>(u"input-"_s + input);
            QVERIFY2(line, qPrintable(input));
            line->setFocus();
            QTest::keyClicks(line, text);
            QCOMPARE(line->text(), text);
        }
        // Nor can it be taken away by copying.
        auto* password = dialog->findChild<QLineEdit*>(u"input-password"_s);
        password->selectAll();
        password->copy();
        QVERIFY2(everything().contains(email), "the search would not find what is there");
        QVERIFY(!everything().contains(canary));
        auto* create = dialog->findChild<QPushButton*>(u"createButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), shortWait);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), shortWait);
        auto* runs = window()->findChild<QTreeView*>(u"runs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(runs->model()->rowCount() == 1, shortWait);
        QTRY_COMPARE_WITH_TIMEOUT(runs->model()->index(0, 2).data().toString(), u"Done"_s, longWait);
        auto* tabs = window()->findChild<QTabWidget*>(u"inspector"_s);
        auto* timeline = window()->findChild<QTreeView*>(u"timeline"_s);
        QVERIFY(tabs && timeline);
        timeline->expandAll();
        for (QModelIndex index = timeline->model()->index(0, 0); index.isValid(); index = timeline->indexBelow(index)) {
            timeline->setCurrentIndex(index);
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(10);
                QVERIFY2(!everything().contains(canary), qPrintable(index.data().toString()));
            }
        }
        QVERIFY(everything().contains(email));
        keepCredential();
    }

    void andStandsInNoFile()
    {
        int files = 0;
        for (QDirIterator it(m_home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly)) // a socket
                continue;
            ++files;
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(canary.toUtf8()), qPrintable(file.fileName()));
            const bool isItsPlace = file.fileName().endsWith(u"/slipway/tokens/credential+default+notes"_s);
            QVERIFY2(isItsPlace || !bytes.contains(token.toUtf8()), qPrintable(file.fileName()));
            QVERIFY(!isItsPlace || !(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
        QVERIFY(files > 0);
    }
};

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    for (const auto& [variable, folder] : {std::pair("XDG_CONFIG_HOME", "config"), {"XDG_DATA_HOME", "data"},
             {"XDG_STATE_HOME", "state"}, {"XDG_CACHE_HOME", "cache"}})
        qputenv(variable, home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    // Without a keychain: nobody is here to unlock one, and a file is what can be searched.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationName(u"slipway"_s);
    installTranslation(application, QLocale(QLocale::English));
    QAccessible::setActive(true);
    CanaryGuiTest test(home.path());
    return QTest::qExec(&test, argc, argv);
}

#include "canary_gui_test.moc"
