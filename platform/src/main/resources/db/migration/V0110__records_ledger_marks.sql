-- Form 2 of the leaves: who and why are part of the salted content, the row carries the platform's mark (HMAC) under a key
-- that is not in the database. Entries from before have form 1 and no mark.
ALTER TABLE ledger_entry
    ADD COLUMN form TINYINT NOT NULL DEFAULT 1,
    ADD COLUMN mac_key VARCHAR(32) NULL,
    ADD COLUMN mac BINARY(32) NULL COMMENT 'HMAC-SHA-256 over the text of the leaf',
    MODIFY COLUMN actor VARCHAR(100) NULL,
    MODIFY COLUMN actor_name VARCHAR(100) NULL;

-- The only entries without a mark that may still get a place: those that waited at this moment.
CREATE TABLE ledger_before_marks (
    entry_id CHAR(36) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'read-only: nobody adds to it';
INSERT INTO ledger_before_marks (entry_id) SELECT entry_id FROM ledger_pending;

-- Entries that the sequencer did not place, because the platform did not write them, or not so.
CREATE TABLE ledger_refusal (
    entry_id   CHAR(36)     NOT NULL PRIMARY KEY,
    refused_at DATETIME(6)  NOT NULL,
    because    VARCHAR(40)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only: what was refused stays refused';
