// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/banners.h"

#include <QFrame>

class QVBoxLayout;

namespace slipway::console {

//! The banners under the toolbar: a line for each condition that concerns the whole window, at most two buttons each.
//! What stands below stays readable; nothing is ever said in a dialog of its own accord.
class BannerStrip : public QFrame {
    Q_OBJECT
public:
    explicit BannerStrip(Clock& clock, QWidget* parent = nullptr);

    void showStatus(const desk::EngineStatus& status);
    //! What a command was refused for; stays until it is closed or another takes its place.
    void showError(const Error& error);
    void setCanConnect(bool can);
    void setCanCopy(bool can);
    //! A copy is shown, as old as this; `file`: one that is none of the store's own.
    void setCopyOf(Timestamp moment, const QString& file);
    void setCanTryNow(bool can);
    void setOpenRuns(int runs);

Q_SIGNALS:
    void acted(slipway::console::BannerAct act); //!< not Details and Close, which are done here

private:
    class Line;
    void refresh();
    void act(BannerAct act, const QString& id);

    Clock& m_clock;
    BannerFacts m_facts;
    QList<Banner> m_shown;
    QList<Line*> m_lines;
    QVBoxLayout* m_column;
    Timer m_tick; //!< countdowns
};

} // namespace slipway::console
