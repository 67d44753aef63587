-- The event store on PostgreSQL. Statements are separated by blank lines; {desk} is the role
-- of everyone who records: it may add events and leaves, and can alter or remove none.

CREATE SCHEMA IF NOT EXISTS trajet;

CREATE TABLE IF NOT EXISTS trajet.stored_events (
    notification_id bigint PRIMARY KEY,
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    state bytea NOT NULL,
    UNIQUE (originator_id, originator_version)
);

CREATE TABLE IF NOT EXISTS trajet.tlog_leaf (
    idx bigint PRIMARY KEY,
    notification_id bigint NOT NULL UNIQUE,
    hash bytea NOT NULL
);

CREATE TABLE IF NOT EXISTS trajet.tlog_node (
    level integer NOT NULL,
    idx bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, idx)
);

CREATE TABLE IF NOT EXISTS trajet.tlog_head (
    size bigint NOT NULL,
    newest bigint NOT NULL,
    frontier bytea NOT NULL
) WITH (fillfactor = 10);

CREATE TABLE IF NOT EXISTS trajet.tlog_checkpoint (
    size bigint PRIMARY KEY,
    at text COLLATE "C" NOT NULL,
    note text COLLATE "C" NOT NULL
);

CREATE TABLE IF NOT EXISTS trajet.recorded_command (
    command_id uuid PRIMARY KEY,
    notification_id bigint NOT NULL
);

INSERT INTO trajet.tlog_head SELECT 0, 0, ''
WHERE NOT EXISTS (SELECT 1 FROM trajet.tlog_head);

CREATE OR REPLACE FUNCTION trajet.begin_append(
    OUT size bigint, OUT newest bigint, OUT frontier bytea, INOUT stamp text
) LANGUAGE plpgsql AS $$
-- Waits until no other appends, and returns the head of the log and the moment of recording:
-- the one given, else that of the server's clock. Who listens holds a lock of its own, so that
-- a call, which takes as long as an insert, is made to somebody only.
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('trajet.stored_events', 0));
    IF NOT pg_try_advisory_xact_lock(hashtextextended('trajet.listeners', 0)) THEN
        NOTIFY trajet;
    END IF;
    SELECT h.size, h.newest, h.frontier INTO STRICT size, newest, frontier
    FROM trajet.tlog_head h;
    IF length(frontier) <> 32 * bit_count(size::bit(64)) THEN
        RAISE EXCEPTION 'the head of the log is damaged' USING ERRCODE = 'data_corrupted';
    END IF;
    IF stamp IS NULL THEN
        stamp := to_char(
            clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
        );
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION trajet.leaf(
    index bigint, place bigint, stream text, version bigint, topic text, state bytea
) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
SELECT sha256('\x00'::bytea || convert_to(
    'trajet.event/v1' || E'\n' || index || E'\n' || place || E'\n'
    || stream || E'\n' || version || E'\n' || topic || E'\n'
    || 'sha256:' || encode(sha256(state), 'hex') || E'\n',
    'UTF8'
))
$$;

CREATE OR REPLACE FUNCTION trajet.grow(
    INOUT size bigint, INOUT frontier bytea, leaf bytea
) LANGUAGE plpgsql AS $$
-- Adds a leaf to the right edge of the tree, and keeps the inner nodes it completes.
DECLARE
    node bytea := leaf;
    place bigint := size;
    level integer := 0;
BEGIN
    WHILE place & 1 = 1 LOOP
        node := sha256('\x01'::bytea || substr(frontier, length(frontier) - 31) || node);
        frontier := substr(frontier, 1, length(frontier) - 32);
        place := place >> 1;
        level := level + 1;
        IF level IN (8, 16, 24) THEN
            INSERT INTO trajet.tlog_node VALUES (level, place, node);
        END IF;
    END LOOP;
    frontier := frontier || node;
    size := size + 1;
END
$$;

CREATE OR REPLACE FUNCTION trajet.append_one(
    stream text, version bigint, topic text, before bytea, after bytea, command uuid,
    INOUT stamp text, OUT place bigint, OUT index bigint, OUT leaf bytea
) LANGUAGE plpgsql AS $$
-- Adds an event. Its state is what stands before its moment of recording, that and what follows.
DECLARE
    head record;
    grown record;
    state bytea;
BEGIN
    head := trajet.begin_append(stamp);
    stamp := head.stamp;
    index := head.size;
    place := head.newest + 1;
    state := before || convert_to(stamp, 'UTF8') || after;
    leaf := trajet.leaf(index, place, stream, version, topic, state);
    grown := trajet.grow(head.size, head.frontier, leaf);
    -- In one statement: to run four takes longer than what they do.
    WITH event AS (
        INSERT INTO trajet.stored_events VALUES (place, stream, version, topic, state)
    ), its_leaf AS (
        INSERT INTO trajet.tlog_leaf VALUES (index, place, leaf)
    ), its_command AS (
        INSERT INTO trajet.recorded_command SELECT command, place WHERE command IS NOT NULL
    )
    UPDATE trajet.tlog_head SET size = grown.size, newest = place, frontier = grown.frontier;
END
$$;

CREATE OR REPLACE FUNCTION trajet.append(
    streams text[], versions bigint[], topics text[], befores bytea[], afters bytea[],
    commands uuid[],
    INOUT stamp text, OUT first_place bigint, OUT first_index bigint, OUT leaves bytea[]
) LANGUAGE plpgsql AS $$
-- Adds events as append_one does, all or none, under one moment.
DECLARE
    head record;
    moment bytea;
    states bytea[];
    leaf bytea;
BEGIN
    head := trajet.begin_append(stamp);
    stamp := head.stamp;
    moment := convert_to(stamp, 'UTF8');
    first_index := head.size;
    first_place := head.newest + 1;
    SELECT array_agg(b || moment || a ORDER BY n) INTO states
    FROM unnest(befores, afters) WITH ORDINALITY AS s(b, a, n);
    SELECT array_agg(
        trajet.leaf(first_index + n - 1, first_place + n - 1, stream, version, topic, state)
        ORDER BY n
    ) INTO leaves
    FROM unnest(streams, versions, topics, states)
        WITH ORDINALITY AS e(stream, version, topic, state, n);
    FOREACH leaf IN ARRAY leaves LOOP
        SELECT * INTO head.size, head.frontier FROM trajet.grow(head.size, head.frontier, leaf);
    END LOOP;
    INSERT INTO trajet.stored_events
    SELECT first_place + n - 1, stream, version, topic, state
    FROM unnest(streams, versions, topics, states)
        WITH ORDINALITY AS e(stream, version, topic, state, n);
    INSERT INTO trajet.tlog_leaf
    SELECT first_index + n - 1, first_place + n - 1, hash
    FROM unnest(leaves) WITH ORDINALITY AS l(hash, n);
    INSERT INTO trajet.recorded_command
    SELECT command, first_place + n - 1
    FROM unnest(commands) WITH ORDINALITY AS c(command, n) WHERE command IS NOT NULL;
    UPDATE trajet.tlog_head
    SET size = head.size, newest = first_place + cardinality(leaves) - 1, frontier = head.frontier;
END
$$;

CREATE OR REPLACE FUNCTION trajet.append_beside(
    streams text[], versions bigint[], topics text[], befores bytea[], afters bytea[],
    commands uuid[], others text[], stand_at bigint[],
    INOUT stamp text, OUT first_place bigint, OUT first_index bigint, OUT leaves bytea[]
) LANGUAGE plpgsql AS $$
-- Adds events as append does, unless another stream does not stand where it was read: looked
-- at once no other appends, each statement of a function that may write seeing what is there.
DECLARE
    added record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('trajet.stored_events', 0));
    IF EXISTS (
        SELECT FROM unnest(others, stand_at) AS o(stream, version)
        WHERE version <> coalesce((
            SELECT max(originator_version) FROM trajet.stored_events WHERE originator_id = stream
        ), 0)
    ) THEN
        RAISE EXCEPTION 'a stream changed meanwhile' USING ERRCODE = 'unique_violation';
    END IF;
    added := trajet.append(streams, versions, topics, befores, afters, commands, stamp);
    stamp := added.stamp;
    first_place := added.first_place;
    first_index := added.first_index;
    leaves := added.leaves;
END
$$;

GRANT USAGE ON SCHEMA trajet TO {desk};

GRANT SELECT, INSERT ON trajet.stored_events, trajet.tlog_leaf, trajet.tlog_node,
    trajet.tlog_checkpoint, trajet.recorded_command TO {desk};

GRANT SELECT, UPDATE ON trajet.tlog_head TO {desk};

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA trajet FROM PUBLIC;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA trajet TO {desk};
