// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace slipway::console {

//! A notification on the desktop.
struct Bubble {
    QString title, text;
    QList<std::pair<QString, QString>> actions; //!< id and label; "default" is a click on the bubble
    bool urgent = false; //!< waits for a person
    bool operator==(const Bubble&) const = default;
};

//! Where bubbles are shown. A bubble has a key: a second one with it takes the place of the first.
class Bubbles : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void show(const QString& key, const Bubble& bubble) = 0;
    virtual void withdraw(const QString& key) = 0;

Q_SIGNALS:
    void acted(const QString& key, const QString& action);
    void closed(const QString& key); //!< by the person or by time
};

} // namespace slipway::console
