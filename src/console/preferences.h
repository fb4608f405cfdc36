// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

class QSettings;

namespace slipway::console {

//! What a person wants to be told of on the desktop.
struct NoticeRules {
    bool needsYou = true, stuck = true, failed = true;
    bool finished = false; //!< every run that ends well
    bool finishedLong = true; //!< those that took over ten minutes
    bool operator==(const NoticeRules&) const = default;
};

//! What is chosen in the settings, the shortcuts aside; kept at each change.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(QSettings& settings, QObject* parent = nullptr);

    NoticeRules notices() const;
    void setNotices(const NoticeRules& rules);
    bool tray() const;
    void setTray(bool tray);
    //! With the tray: closing the window hides it, and watching goes on.
    bool watchWhenClosed() const;
    void setWatchWhenClosed(bool watch);
    //! "en", "cy" …; empty: the desktop's language. Taken at the next start.
    QString language() const;
    void setLanguage(const QString& language);
    bool isMuted(const QString& run) const { return m_muted.contains(run); }
    void setMuted(const QStringList& runs, bool muted);
    //! Something that is said once has been said.
    bool wasSaid(const QString& what) const;
    void noteSaid(const QString& what);

Q_SIGNALS:
    void changed();

private:
    QSettings& m_settings;
    QSet<QString> m_muted;
};

} // namespace slipway::console
