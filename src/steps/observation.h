// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/reads.h"

#include <QHash>

namespace slipway::steps {

//! A question to something that is not GitHub; it changes nothing, whatever its method. Secrets stand in url and body as
//! marks (workflow/secrets.h).
struct HttpRead {
    QString url;
    QByteArray method = "GET";
    Json body = {}; //!< null: none
    QString credential = {}; //!< the name of the stored one that it carries; empty: none
};
QString keyOf(const HttpRead& read);
struct HttpAnswer {
    int status = 0;
    Json body; //!< null: not JSON
};

//! What a step must know before it decides.
struct Reads {
    QList<github::Read> github;
    QList<HttpRead> http;

    bool isEmpty() const { return github.isEmpty() && http.isEmpty(); }
    void add(const Reads& more)
    {
        github += more.github;
        http += more.http;
    }
};

//! What was read, each answer with the moment it was asked for.
class Observation {
public:
    template <class T>
    struct Seen {
        const T* value = nullptr; //!< none: `error` says why
        const Error* error = nullptr;
        Timestamp at;
    };

    void add(const github::Read& read, Result<github::Answer> answer, Timestamp at);
    void add(const HttpRead& read, Result<HttpAnswer> answer, Timestamp at);

    //! The answer to a read; both pointers are null if it was not asked.
    template <class T>
    Seen<T> find(const github::Read& read) const
    {
        const auto found = m_github.constFind(github::keyOf(read));
        if (found == m_github.constEnd() || !github::covers(found->read, read))
            return {};
        if (!found->answer)
            return {nullptr, &found->answer.error(), found->at};
        return {std::get_if<T>(&*found->answer), nullptr, found->at};
    }
    Seen<HttpAnswer> find(const HttpRead& read) const;

    //! Whether every read was answered by a request that went out at or after `since`.
    bool answers(const Reads& reads, Timestamp since) const { return unanswered(reads, since).isEmpty(); }
    //! Those that were not.
    Reads unanswered(const Reads& reads, Timestamp since) const;
    //! The first error among the answers to these reads that is not about the thing read but about the way to it (no
    //! network, limits, token): nothing can be decided then.
    const Error* trouble(const Reads& reads) const;
    //! Forgets what was asked for before `moment`.
    void forgetBefore(Timestamp moment);

private:
    struct GitHubEntry {
        github::Read read;
        Result<github::Answer> answer;
        Timestamp at;
    };
    struct HttpEntry {
        Result<HttpAnswer> answer;
        Timestamp at;
    };
    QHash<QString, GitHubEntry> m_github;
    QHash<QString, HttpEntry> m_http;
};

//! Errors that say nothing about the thing asked for, only that nothing can be asked at present: runs are parked by them
//! and go on by themselves.
bool isTrouble(const Error& error);
//! Errors that only a person can clear, whatever the step would try: a right that the token lacks, an archived
//! repository. The step stays as it is and asks; where it only reads, it goes on by itself once the way is free.
bool needsPerson(const Error& error);
//! A request was not sent, because the stored credential that it must carry is missing, may not go there, or cannot be
//! read: a person mends that and retries.
bool lacksCredential(const Error& error);
//! … or a secret of the run is missing.
bool lacksSecret(const Error& error);

} // namespace slipway::steps
