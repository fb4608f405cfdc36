// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QStringList>

class QSettings;

namespace slipway::console {

//! Half-filled forms of one store, one a workflow, kept at each change: what was begun in the sandbox is no draft of the real
//! store. Secrets never get here.
class Drafts {
public:
    Drafts(QSettings& settings, const QString& store);
    struct Draft {
        Json inputs = Json::object();
        Timestamp savedAt;
    };
    //! Workflows that have a draft, by id.
    QStringList workflows() const;
    std::optional<Draft> load(const QString& workflow) const;
    void save(const QString& workflow, const Json& inputs, Timestamp now);
    void discard(const QString& workflow);

private:
    QString keyOf(const QString& workflow) const;

    QSettings& m_settings;
    QString m_group;
};

} // namespace slipway::console
