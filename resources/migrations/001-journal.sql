-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal. What stands here is refused by the database itself, whoever writes: a program under an old grant, a
-- script, a hand in a shell. Triggers refuse before the unique indexes do, because INSERT OR REPLACE resolves a
-- conflict with an index by deleting the older row, and does so past the delete triggers of a connection that has not
-- set recursive_triggers.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
    workflow TEXT NOT NULL CHECK (length(workflow) > 0),
    subject TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    fence INTEGER NOT NULL CHECK (fence >= 1),    -- grows with every grant
    owner TEXT,                                   -- who holds the present grant; null: nobody, and nobody may append
    claimed_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX run_one_open ON run (workflow, subject) WHERE open = 1;

CREATE TRIGGER run_insert BEFORE INSERT ON run
BEGIN
    SELECT RAISE(ABORT, 'slipway:runExists')
    WHERE EXISTS (SELECT 1 FROM run WHERE id = NEW.id);

    SELECT RAISE(ABORT, 'slipway:subjectTaken')
    WHERE NEW.open = 1
        AND EXISTS (SELECT 1 FROM run WHERE workflow = NEW.workflow AND subject = NEW.subject AND open = 1);
END;

CREATE TRIGGER run_reopen BEFORE UPDATE OF open ON run
WHEN NEW.open = 1 AND OLD.open = 0
    AND EXISTS (SELECT 1 FROM run WHERE workflow = NEW.workflow AND subject = NEW.subject AND open = 1)
BEGIN
    SELECT RAISE(ABORT, 'slipway:subjectTaken');
END;

CREATE TRIGGER run_identity BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.workflow IS NOT OLD.workflow OR NEW.subject IS NOT OLD.subject
    OR NEW.created_at IS NOT OLD.created_at
BEGIN
    SELECT RAISE(ABORT, 'slipway:runIdentity');
END;

CREATE TRIGGER run_fence BEFORE UPDATE ON run
WHEN NEW.fence < OLD.fence OR (NEW.fence = OLD.fence AND NEW.owner IS NOT NULL AND NEW.owner IS NOT OLD.owner)
BEGIN
    SELECT RAISE(ABORT, 'slipway:fenceShrinks');
END;

CREATE TRIGGER run_delete BEFORE DELETE ON run
BEGIN
    SELECT RAISE(ABORT, 'slipway:appendOnly');
END;

-- `data` stands last: a long one spills into pages of its own, which a look at the columns before it does not touch.
-- No foreign key: the check of the grant finds the run, and runs are not deleted.
CREATE TABLE event (
    id INTEGER PRIMARY KEY CHECK (id >= 1),       -- order over all runs: the change counter of readers
    run TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    at INTEGER NOT NULL,                          -- ms since 1970
    actor TEXT NOT NULL,
    type TEXT NOT NULL CHECK (length(type) > 0),
    step TEXT NOT NULL,                           -- '': the whole run
    purpose TEXT NOT NULL CHECK (purpose IN ('do', 'undo')),
    attempt INTEGER NOT NULL CHECK (attempt >= 0),
    fence INTEGER NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    data TEXT NOT NULL CHECK (json_valid(data) AND length(CAST(data AS BLOB)) <= 1048576),
    UNIQUE (run, sequence)
) STRICT;

CREATE UNIQUE INDEX event_intent ON event (run, json_extract(data, '$.effect')) WHERE type = 'EffectIntended';
CREATE UNIQUE INDEX event_result ON event (run, json_extract(data, '$.effect'))
    WHERE type IN ('EffectSucceeded', 'EffectFailed', 'EffectUnknown');
CREATE UNIQUE INDEX event_resolution ON event (run, json_extract(data, '$.effect')) WHERE type = 'EffectResolved';
CREATE INDEX event_intent_of_step ON event (run, step, purpose) WHERE type = 'EffectIntended';

CREATE TRIGGER event_update BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'slipway:appendOnly');
END;

CREATE TRIGGER event_delete BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'slipway:appendOnly');
END;

-- One trigger and one CASE, because SQLite does not say in which order several triggers fire: the first refusal that
-- applies is the one told, and an old grant comes before what follows from it. It also costs the least (measured).
CREATE TRIGGER event_append BEFORE INSERT ON event
BEGIN
    SELECT CASE
        -- Neither in the place of an older event nor in a gap before it. (An id that is left to SQLite is -1 here.)
        WHEN NEW.id >= 1 AND NEW.id <= (SELECT max(id) FROM event)
        THEN RAISE(ABORT, 'slipway:appendOnly')

        WHEN NEW.fence IS NOT (SELECT fence FROM run WHERE id = NEW.run AND owner IS NOT NULL)
        THEN RAISE(ABORT, 'slipway:fenced')

        WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE run = NEW.run)
        THEN RAISE(ABORT, 'slipway:sequence')

        WHEN NEW.prev_hash IS NOT coalesce(
            (SELECT hash FROM event WHERE run = NEW.run AND sequence = NEW.sequence - 1), x'')
        THEN RAISE(ABORT, 'slipway:chain')

        WHEN NEW.type NOT IN ('EffectIntended', 'EffectSucceeded', 'EffectFailed', 'EffectUnknown', 'EffectResolved')
        THEN NULL

        WHEN NEW.step = '' OR json_type(NEW.data, '$.effect') IS NOT 'text' OR json_extract(NEW.data, '$.effect') = ''
        THEN RAISE(ABORT, 'slipway:effectUnnamed')

        WHEN NEW.type = 'EffectIntended' THEN CASE
            WHEN EXISTS (
                SELECT 1 FROM event
                WHERE run = NEW.run AND type = 'EffectIntended'
                    AND json_extract(data, '$.effect') = json_extract(NEW.data, '$.effect'))
            THEN RAISE(ABORT, 'slipway:effectIntendedTwice')
            -- An intent is open until it has succeeded, failed or been resolved.
            WHEN EXISTS (
                SELECT 1 FROM event AS intent
                WHERE intent.run = NEW.run AND intent.step = NEW.step AND intent.purpose = NEW.purpose
                    AND intent.type = 'EffectIntended'
                    AND NOT EXISTS (
                        SELECT 1 FROM event AS result
                        WHERE result.run = NEW.run
                            AND result.type IN ('EffectSucceeded', 'EffectFailed', 'EffectUnknown')
                            AND json_extract(result.data, '$.effect') = json_extract(intent.data, '$.effect')
                            AND result.type <> 'EffectUnknown')
                    AND NOT EXISTS (
                        SELECT 1 FROM event AS resolution
                        WHERE resolution.run = NEW.run AND resolution.type = 'EffectResolved'
                            AND json_extract(resolution.data, '$.effect') = json_extract(intent.data, '$.effect')))
            THEN RAISE(ABORT, 'slipway:intentOpen')
        END

        WHEN NEW.type = 'EffectResolved' THEN CASE
            WHEN NOT EXISTS (
                SELECT 1 FROM event
                WHERE run = NEW.run AND type IN ('EffectSucceeded', 'EffectFailed', 'EffectUnknown')
                    AND json_extract(data, '$.effect') = json_extract(NEW.data, '$.effect')
                    AND type = 'EffectUnknown' AND step = NEW.step)
            THEN RAISE(ABORT, 'slipway:resolutionWithoutUnknown')
            WHEN EXISTS (
                SELECT 1 FROM event
                WHERE run = NEW.run AND type = 'EffectResolved'
                    AND json_extract(data, '$.effect') = json_extract(NEW.data, '$.effect'))
            THEN RAISE(ABORT, 'slipway:secondResult')
        END

        WHEN NOT EXISTS (
            SELECT 1 FROM event
            WHERE run = NEW.run AND type = 'EffectIntended' AND step = NEW.step
                AND json_extract(data, '$.effect') = json_extract(NEW.data, '$.effect'))
        THEN RAISE(ABORT, 'slipway:resultWithoutIntent')

        WHEN EXISTS (
            SELECT 1 FROM event
            WHERE run = NEW.run AND type IN ('EffectSucceeded', 'EffectFailed', 'EffectUnknown')
                AND json_extract(data, '$.effect') = json_extract(NEW.data, '$.effect'))
        THEN RAISE(ABORT, 'slipway:secondResult')
    END;
END;
