// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QStringList>

class QSettings;

namespace slipway::console {

//! Half-filled forms, one a workflow, kept at each change. Secrets never get here.
class Drafts {
public:
    explicit Drafts(QSettings& settings)
        : m_settings(settings)
    { }
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
    QSettings& m_settings;
};

} // namespace slipway::console
