// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings_dialog.h"

#include "base/text.h"
#include "console/credentials_page.h"
#include "console/dialog_buttons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/translation.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSystemTrayIcon>
#include <QTabWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

QVBoxLayout* pageColumn(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    return column;
}

} // namespace

SettingsDialog::SettingsDialog(const SettingsContext& context, QWidget* parent)
    : QDialog(parent)
    , m(context)
    , m_pages(new QTabWidget)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_pages->setObjectName(u"settingsPages"_s);
    m_pages->setAccessibleName(tr("Pages of the settings"));
    m_pages->setDocumentMode(true); // as the inspector's
    m_pages->addTab(makeAppearance(), tr("&Appearance"));
    m_pages->addTab(makeNotifications(), tr("&Notifications"));
    m_pages->addTab(makeKeys(), tr("&Shortcuts"));
    m_pages->addTab(makeWatching(), tr("&Watching"));
    m_pages->addTab(makeLanguage(), tr("&Language"));
    if (m.credentials)
        m_pages->addTab(new CredentialsPage(*m.credentials), tr("&Credentials"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* connection = buttons->addButton(tr("Connection…"), QDialogButtonBox::ActionRole);
    connection->setObjectName(u"settingsConnection"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(quietLabel(tr("Every change takes effect at once.")));
    column->addWidget(buttons);
    resize(660, 520);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(connection, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT connectionWanted();
    });
}

void SettingsDialog::showPage(Page page) { m_pages->setCurrentIndex(page); }

QWidget* SettingsDialog::makeAppearance()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageColumn(page);
    column->addWidget(headingLabel(tr("Colours")));
    auto* group = new QButtonGroup(page);
    for (const Theme::Choice choice : Theme::all) {
        auto* button = new QRadioButton(Theme::titleOf(choice));
        button->setObjectName(u"theme%1"_s.arg(int(choice)));
        button->setChecked(m.theme.choice() == choice);
        group->addButton(button);
        column->addWidget(button);
        // Not when it is clicked: a screen reader chooses without a click.
        connect(button, &QRadioButton::toggled, this, [this, choice](bool on) {
            if (on)
                m.theme.choose(choice);
        });
    }
    column->addWidget(
        quietLabel(tr("Every state has a word, a shape and a pattern of its own: none is told by colour alone.")));
    column->addStretch();
    return page;
}

QWidget* SettingsDialog::makeNotifications()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageColumn(page);
    column->addWidget(headingLabel(tr("Tell me on the desktop when")));
    const NoticeRules rules = m.preferences.notices();
    const auto add = [&](const QString& name, const QString& text, bool NoticeRules::*flag) {
        auto* box = new QCheckBox(text);
        box->setObjectName(name);
        box->setChecked(rules.*flag);
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, flag](bool on) {
            NoticeRules changed = m.preferences.notices();
            changed.*flag = on;
            m.preferences.setNotices(changed);
        });
    };
    add(u"noticeNeedsYou"_s, tr("a run needs &you"), &NoticeRules::needsYou);
    add(u"noticeStuck"_s, tr("a run is s&tuck: it waits longer than usual"), &NoticeRules::stuck);
    add(u"noticeFailed"_s, tr("a run has &failed, after the last automatic retry"), &NoticeRules::failed);
    add(u"noticeFinishedLong"_s, tr("a run is &done that took over ten minutes"), &NoticeRules::finishedLong);
    add(u"noticeFinished"_s, tr("an&y run is done"), &NoticeRules::finished);
    auto* note = quietLabel(
        m.notificationsOffered ? tr(
            "One notification a run, replaced in place and taken back when it is resolved; four within a minute become "
            "one. None while you look at the run.")
                               : tr("This desktop offers no notifications at present. Everything is in the list of "
                                    "notifications (Tools menu)."));
    note->setWordWrap(true);
    column->addWidget(note);
    auto* test = new QPushButton(tr("Show one for a &test"));
    test->setObjectName(u"testNotification"_s);
    test->setEnabled(m.notificationsOffered);
    connect(test, &QPushButton::clicked, this, &SettingsDialog::testNotificationWanted);
    column->addWidget(test, 0, Qt::AlignLeft);
    column->addSpacing(10);
    column->addWidget(headingLabel(tr("Tray")));
    auto* tray = new QCheckBox(tr("Show Slipway in the t&ray"));
    tray->setObjectName(u"tray"_s);
    tray->setChecked(m.preferences.tray());
    const bool hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    tray->setEnabled(hasTray || m.preferences.tray());
    column->addWidget(tray);
    connect(tray, &QCheckBox::toggled, this, [this](bool on) { m.preferences.setTray(on); });
    if (!hasTray)
        column->addWidget(quietLabel(tr("This desktop has no tray at present.")));
    column->addStretch();
    return page;
}

QWidget* SettingsDialog::makeWatching()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageColumn(page);
    column->addWidget(headingLabel(tr("Who watches the runs")));
    column->addWidget(wrappedLabel(m.watching));
    auto* go = new QCheckBox(tr("&Keep watching in the tray when the window is closed"));
    go->setObjectName(u"watchWhenClosed"_s);
    go->setChecked(m.preferences.watchWhenClosed());
    const auto refresh = [this, go] {
        const bool can = m.preferences.tray() && QSystemTrayIcon::isSystemTrayAvailable();
        go->setEnabled(can);
        go->setToolTip(can ? QString() : tr("Needs the tray: see the page “Notifications”."));
    };
    refresh();
    connect(&m.preferences, &Preferences::changed, go, refresh);
    connect(go, &QCheckBox::toggled, this, [this](bool on) { m.preferences.setWatchWhenClosed(on); });
    column->addWidget(go);
    column->addSpacing(10);
    column->addWidget(headingLabel(tr("Without a window")));
    column->addWidget(wrappedLabel(tr("“slipwayctl agent --standby” watches every open run without a window, on this "
                                      "computer or on a server, and takes "
                                      "over when this window is closed.")));
    column->addStretch();
    return page;
}

QWidget* SettingsDialog::makeLanguage()
{
    auto* page = new QWidget;
    QVBoxLayout* column = pageColumn(page);
    column->addWidget(headingLabel(tr("Language")));
    auto* box = new QComboBox;
    box->setObjectName(u"language"_s);
    box->setAccessibleName(tr("Language"));
    box->setAccessibleDescription(tr("Language")); // the name that is told is what is chosen
    box->addItem(tr("The desktop's language"), QString());
    bool allReviewed = true;
    for (const QString& code : languages()) {
        box->addItem(languageName(code), code);
        allReviewed = allReviewed && isReviewed(code);
    }
    box->setCurrentIndex(std::max(0, box->findData(m.preferences.language())));
    column->addWidget(box, 0, Qt::AlignLeft);
    if (!allReviewed)
        column->addWidget(wrappedLabel(
            tr("“Not yet reviewed” means: every text is translated, but no speaker of the language has read them yet. "
               "Please tell us of words that are wrong.")));
    auto* note = quietLabel(tr("Taken at the next start."));
    note->setVisible(false);
    column->addWidget(note);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, note] {
        m.preferences.setLanguage(box->currentData().toString());
        note->setVisible(true);
    });
    column->addStretch();
    return page;
}

} // namespace slipway::console
