// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/bubbles.h"
#include "console/preferences.h"
#include "console/run_list_model.h"

namespace slipway::console {

//! The only reasons to interrupt anybody.
enum class NoticeReason { NeedsYou, Stuck, Failed, Finished };

struct Notice {
    RunId run;
    NoticeReason reason = NoticeReason::NeedsYou;
    QString title, text;
    Timestamp at;
    bool resolved = false; //!< the reason is gone
};

//! Watches the list's runs and says when a person should look: one bubble a run, changed in place, taken back when its
//! reason is gone; four or more within a minute become one. Everything is in the list of notices as well, so that a missed
//! bubble loses nothing.
class Notices : public QObject {
    Q_OBJECT
public:
    //! `looksAt`: whether a run is before a person's eyes right now.
    Notices(RunListModel& runs, Clock& clock, Preferences& preferences, std::unique_ptr<Bubbles> bubbles,
        std::function<bool(const RunId&)> looksAt, QObject* parent = nullptr);

    //! What is so now is no news; what comes from now on is. What was told of that store before is listed again.
    void begin(QSettings& settings, const QString& store);
    //! Newest first.
    const QList<Notice>& all() const { return m_notices; }
    int unresolved() const;
    void forgetResolved();
    //! A person looks at the run now: its bubble has done its work.
    void noteLookedAt(const RunId& run);

Q_SIGNALS:
    void changed();
    //! A bubble was clicked: "default", "act" (open what can be done), "mute" is done here. An empty run: the group.
    void wanted(const slipway::RunId& run, const QString& action);

private:
    void bringBack();
    void keep();
    void look(int row);
    void tell(const desk::RunSummary& run, NoticeReason reason, int row);
    void resolve(const RunId& run);
    void showBubble(const Notice& notice);
    void showGroup();
    bool isWanted(const desk::RunSummary& run, NoticeReason reason) const;

    RunListModel& m_runs;
    Clock& m_clock;
    Preferences& m_preferences;
    std::unique_ptr<Bubbles> m_bubbles;
    std::function<bool(const RunId&)> m_looksAt;
    bool m_begun = false;
    QSettings* m_settings = nullptr;
    QString m_key; //!< of the list in the settings
    QHash<RunId, std::optional<NoticeReason>> m_reasons; //!< by run, as it was seen last
    QHash<RunId, Timestamp> m_shown; //!< bubbles of single runs
    QList<RunId> m_group;
    Timestamp m_groupAt;
    QList<Notice> m_notices;
};

std::optional<NoticeReason> reasonOf(ShownState state);
ShownState stateOf(NoticeReason reason);

} // namespace slipway::console
