-- The nightly reading-back of what was recorded: where it is, what it came to, what it found. Rows are marked (HMAC) under a
-- key that is not in the database; rows without the platform's mark say nothing.

-- One row, and the lock under which one node at a time goes on with it.
CREATE TABLE nightly_progress (
    id         INT          NOT NULL PRIMARY KEY,
    run_at     DATETIME(6)  NULL COMMENT 'begin of the run that is under way',
    check_name VARCHAR(40)  NULL,
    begun_at   DATETIME(6)  NULL COMMENT 'begin of this check',
    first_key  VARCHAR(200) NULL,
    last_key   VARCHAR(200) NULL COMMENT 'the last record that it has read',
    counted    BIGINT       NOT NULL,
    mismatches BIGINT       NOT NULL,
    mac_key    VARCHAR(32)  NULL,
    mac        BINARY(32)   NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'one-row: changed, never added or removed';
INSERT INTO nightly_progress (id, counted, mismatches) VALUES (1, 0, 0);

CREATE TABLE nightly_outcome (
    id         CHAR(36)     NOT NULL PRIMARY KEY,
    run_at     DATETIME(6)  NOT NULL,
    check_name VARCHAR(40)  NOT NULL,
    begun_at   DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NOT NULL,
    first_key  VARCHAR(200) NULL,
    last_key   VARCHAR(200) NULL,
    counted    BIGINT       NOT NULL,
    mismatches BIGINT       NOT NULL,
    mac_key    VARCHAR(32)  NOT NULL,
    mac        BINARY(32)   NOT NULL,
    KEY nightly_outcome_run (run_at, check_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only: what each check came to';

CREATE TABLE nightly_mismatch (
    id         CHAR(36)     NOT NULL PRIMARY KEY,
    run_at     DATETIME(6)  NOT NULL,
    check_name VARCHAR(40)  NOT NULL,
    subject    VARCHAR(200) NULL,
    record     VARCHAR(200) NOT NULL,
    what       VARCHAR(40)  NOT NULL,
    found_at   DATETIME(6)  NOT NULL,
    mac_key    VARCHAR(32)  NOT NULL,
    mac        BINARY(32)   NOT NULL,
    KEY nightly_mismatch_run (run_at, found_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only: records that did not match';
