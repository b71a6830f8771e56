-- The comment `insert-only` is what takes UPDATE and DELETE from the application's user (RowRights).

-- One line per official change. The content lives apart, so that personal data can be disposed of and the hash stays.
CREATE TABLE ledger_entry (
    id           CHAR(36)     NOT NULL PRIMARY KEY,
    at           DATETIME(6)  NOT NULL,
    actor        VARCHAR(100) NOT NULL,
    actor_name   VARCHAR(100) NOT NULL,
    action       VARCHAR(100) NOT NULL,
    subject      VARCHAR(200) NOT NULL,
    case_id      CHAR(36)     NULL,
    reason       VARCHAR(500) NULL,
    content_hash BINARY(32)   NOT NULL COMMENT 'SHA-256 of salt and content',
    INDEX ledger_entry_case (case_id, at),
    INDEX ledger_entry_subject (subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

CREATE TABLE ledger_content (
    entry_id CHAR(36)   NOT NULL PRIMARY KEY,
    salt     BINARY(16) NOT NULL,
    content  LONGTEXT   NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

-- The place of a committed entry, given afterwards by one sequencer.
CREATE TABLE leaf (
    position  BIGINT      NOT NULL PRIMARY KEY,
    entry_id  CHAR(36)    NOT NULL,
    leaf_hash BINARY(32)  NOT NULL COMMENT 'RFC 9162: SHA-256 of 0x00 and the entry',
    CONSTRAINT leaf_entry UNIQUE (entry_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

-- Roots of complete subtrees, so that a proof reads a few rows of any tree: level 0 is the leaves.
CREATE TABLE tree_node (
    level    INT        NOT NULL,
    position BIGINT     NOT NULL,
    hash     BINARY(32) NOT NULL,
    PRIMARY KEY (level, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

CREATE TABLE checkpoint (
    tree_size BIGINT        NOT NULL PRIMARY KEY,
    root      BINARY(32)    NOT NULL,
    at        DATETIME(6)   NOT NULL,
    key_id    VARCHAR(64)   NOT NULL,
    signature VARBINARY(64) NOT NULL COMMENT 'ES256 over the checkpoint text'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

-- Work of the sequencer, not evidence: what has no place yet, and the lock that keeps it one.
CREATE TABLE ledger_pending (
    entry_id CHAR(36) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sequencer (
    id INT NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO sequencer (id) VALUES (1);
