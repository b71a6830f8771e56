-- What the station decided on records that came late because the site had no network.
CREATE TABLE sampling_late_decision (
    sample_id CHAR(36) NOT NULL,
    step VARCHAR(20) NOT NULL,
    accepted BOOLEAN NOT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by VARCHAR(64) NOT NULL,
    decided_name VARCHAR(40) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (sample_id, step)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: whether a late record counts';
