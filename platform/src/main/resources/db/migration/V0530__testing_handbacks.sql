-- A test that did not go on as ordered: who said so, why, and what had been read by then.
CREATE TABLE testing_handback (
    id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    cause VARCHAR(16) NULL,
    reason VARCHAR(500) NOT NULL,
    observed VARCHAR(1000) NULL,
    stage VARCHAR(8) NULL,
    pass INT NOT NULL,
    written_by VARCHAR(64) NOT NULL,
    written_by_name VARCHAR(64) NOT NULL,
    written_at DATETIME(6) NOT NULL,
    KEY testing_handback_case (case_id, written_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: observations and reasons are never edited';

-- While set, the order waits to be given to somebody anew.
ALTER TABLE testing_order ADD COLUMN handed_back_at DATETIME(6) NULL;
