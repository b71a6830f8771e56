CREATE TABLE qualification_sweep (
    id CHAR(36) NOT NULL PRIMARY KEY,
    started_at DATETIME(6) NOT NULL,
    millis BIGINT NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    cases INT NOT NULL,
    found INT NOT NULL,
    opened INT NOT NULL,
    released INT NOT NULL,
    warned INT NOT NULL,
    KEY qualification_sweep_started (started_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what each sweep came to';

-- Warnings of what expires, once for each thing, date and step of 90, 30 or 7 days; that of the last week is a task of the
-- laboratory, and its answer stands here.
CREATE TABLE qualification_expiry (
    id CHAR(36) NOT NULL PRIMARY KEY,
    expiry_key VARCHAR(160) NOT NULL,
    house VARCHAR(64) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    what VARCHAR(300) NOT NULL,
    until_day DATE NOT NULL,
    warned_at DATETIME(6) NOT NULL,
    answer VARCHAR(20) NULL,
    note VARCHAR(400) NULL,
    answered_by VARCHAR(64) NULL,
    answered_at DATETIME(6) NULL,
    version INT NOT NULL,
    UNIQUE KEY qualification_expiry_once (expiry_key),
    KEY qualification_expiry_until (until_day)
) CHARACTER SET utf8mb4;
