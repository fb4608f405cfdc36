-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the lists show, and the index of the full-text search. Nothing here is a source: every table can be dropped and
-- is rebuilt from the events. A run's last sequence and its moment are not here but looked up in the events, so that an
-- event that moves nothing else writes nothing else.

DROP TABLE IF EXISTS view_run;
DROP TABLE IF EXISTS view_step;
DROP TABLE IF EXISTS view_search_words;
DROP TABLE IF EXISTS view_search;

CREATE TABLE view_run (
    number INTEGER PRIMARY KEY,                   -- id of the run's first event: what the search index knows a run by
    run TEXT NOT NULL UNIQUE,
    workflow TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    step TEXT NOT NULL,                           -- the one that matters now
    waiting_for TEXT NOT NULL,
    needs_you INTEGER NOT NULL,
    since INTEGER,                                -- since when the step that matters is as it is
    done INTEGER NOT NULL,                        -- steps that let others go on
    steps INTEGER NOT NULL,
    active TEXT NOT NULL,                         -- JSON: the steps that move, wait, failed or need somebody
    inputs TEXT NOT NULL,
    names TEXT NOT NULL                           -- subject and id, case-folded: any part of them is found
) STRICT;

CREATE INDEX view_run_subject ON view_run (subject, run);
CREATE INDEX view_run_open ON view_run (run) WHERE open = 1;

-- Only steps that have ended: what they took, for what is usual.
CREATE TABLE view_step (
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    workflow TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    duration INTEGER,                             -- ms of the last attempt that did the step successfully
    duration_at INTEGER,                          -- and when it ended
    error TEXT NOT NULL,                          -- code
    note TEXT NOT NULL,
    PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;

CREATE INDEX view_step_duration ON view_step (workflow, step, duration_at DESC, duration) WHERE duration IS NOT NULL;

-- A row for each event that brought words which its run did not have yet; rowid = view_run.number * 2^24 + sequence, so
-- that a match tells its run without a look elsewhere. The words themselves stand in the events (content=''),
-- and are made of them by the program (search_words.h).
CREATE VIRTUAL TABLE view_search USING fts5 (
    names, inputs, errors, log, notes, repositories,
    content = '', columnsize = 0, detail = column, tokenize = "ascii tokenchars '-_.'"
);

-- Which words stand where, for the check of the journal.
CREATE VIRTUAL TABLE view_search_words USING fts5vocab (view_search, 'instance');
