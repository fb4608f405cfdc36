// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

namespace slipway::console {

//! What goes on beside what a person does in the window: an import, an export, a copy that is made. The status bar tells it.
class Jobs : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    class Job {
    public:
        Job(Jobs& jobs, QString what);
        ~Job();
        //! So many of so many; 0 of 0: not known.
        void progress(qint64 done, qint64 all);

    private:
        friend class Jobs;
        QString text() const;
        QString title() const; //!< without how far it is

        QPointer<Jobs> m_jobs; //!< a dialog may outlive what tells of it
        QString m_what;
        qint64 m_done = 0, m_all = 0;
    };

    //! Under way as long as anybody keeps it. `what` in words: "Importing records".
    std::shared_ptr<Job> begin(const QString& what);
    //! Of the newest, and how many others there are; empty: nothing is under way.
    QString text() const;
    //! The same without how far it is.
    QString title() const;

Q_SIGNALS:
    void changed();

private:
    QString told(QString (Job::*how)() const) const;

    QList<Job*> m_under; //!< those under way, the newest last
};

} // namespace slipway::console
