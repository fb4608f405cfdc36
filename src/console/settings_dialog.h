// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/key_map.h"
#include "console/preferences.h"
#include "console/theme.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QTabWidget;
class QTreeWidget;

namespace slipway::console {

class CredentialShelf;

//! What the settings are about.
struct SettingsContext {
    Preferences& preferences;
    Theme& theme;
    ActionSet& actions;
    KeyMap& keys;
    bool notificationsOffered = false;
    QString watching; //!< who watches the runs of this store, as a sentence
    CredentialShelf* credentials = nullptr; //!< none: there is no page of them
};

//! The settings: each takes effect, and is kept, at once; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    enum Page { Appearance, Notifications, Keys, Watching, Language, Credentials };

    explicit SettingsDialog(const SettingsContext& context, QWidget* parent = nullptr);
    void showPage(Page page);

Q_SIGNALS:
    void connectionWanted();
    void testNotificationWanted();

private:
    QWidget* makeAppearance();
    QWidget* makeNotifications();
    QWidget* makeKeys();
    QWidget* makeWatching();
    QWidget* makeLanguage();
    void fillKeys();
    void giveKeys(const QKeySequence& keys);
    std::optional<ActionSet::Id> chosenAction() const;

    SettingsContext m;
    QTabWidget* m_pages;
    QTreeWidget* m_tree = nullptr;
    QKeySequenceEdit* m_editor = nullptr;
    QLabel* m_clash = nullptr;
};

} // namespace slipway::console
