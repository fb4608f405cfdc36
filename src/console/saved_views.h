// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_list_model.h"

class QSettings;

namespace slipway::console {

//! A view with what was searched for in it, under a name.
struct SavedView {
    QString name;
    RunViewKind kind = RunViewKind::All;
    QString search;
    bool everything = false; //!< errors, logs and notes were searched, too
    bool operator==(const SavedView&) const = default;
};

//! The saved views in their order, kept at each change.
class SavedViews : public QObject {
    Q_OBJECT
public:
    explicit SavedViews(QSettings& settings, QObject* parent = nullptr);

    const QList<SavedView>& all() const { return m_views; }
    const SavedView* named(const QString& name) const;
    //! In the place of the one with this name, or as the last.
    void save(const SavedView& view);
    //! Nothing happens where the new name is empty or another view's.
    void rename(const QString& from, const QString& to);
    void remove(const QString& name);

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings& m_settings;
    QList<SavedView> m_views;
};

} // namespace slipway::console
