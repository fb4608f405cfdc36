-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the lists show. Nothing here is a source: every table can be dropped and is rebuilt from the events.
-- A run's last sequence and its moment are not here but looked up in the events, so that an event that moves nothing
-- else writes nothing else.

DROP TABLE IF EXISTS view_run;
DROP TABLE IF EXISTS view_step;

CREATE TABLE view_run (
    run TEXT NOT NULL PRIMARY KEY,
    workflow TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    step TEXT NOT NULL,                           -- the one that matters now
    waiting_for TEXT NOT NULL,
    inputs TEXT NOT NULL,
    search TEXT NOT NULL                          -- case-folded words of subject, inputs and errors
) STRICT, WITHOUT ROWID;

CREATE INDEX view_run_subject ON view_run (subject, run);

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
