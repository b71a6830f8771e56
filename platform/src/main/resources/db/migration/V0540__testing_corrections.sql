-- Corrections of results, signed reports and marks on curves: what was asked, who agreed. Only the state moves on.
CREATE TABLE testing_correction (
    id CHAR(36) NOT NULL PRIMARY KEY,
    subject_kind VARCHAR(16) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    case_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    title VARCHAR(100) NOT NULL,
    reason VARCHAR(24) NOT NULL,
    reason_text VARCHAR(1000) NOT NULL,
    -- what it changes, JSON
    changes LONGTEXT NOT NULL,
    verdict_before VARCHAR(16) NOT NULL,
    verdict_after VARCHAR(16) NOT NULL,
    changes_verdict BOOLEAN NOT NULL,
    guarded BOOLEAN NOT NULL,
    -- who may not agree to it, by user name
    barred VARCHAR(2000) NOT NULL,
    -- whose word it needs, in order
    asked VARCHAR(64) NOT NULL,
    proposer VARCHAR(64) NOT NULL,
    proposer_name VARCHAR(64) NOT NULL,
    proposed_at DATETIME(6) NOT NULL,
    state VARCHAR(16) NOT NULL,
    approver VARCHAR(64) NULL,
    approver_name VARCHAR(64) NULL,
    approved_at DATETIME(6) NULL,
    told VARCHAR(1000) NULL,
    -- the subject while it is open: there is one at a time
    open_key VARCHAR(100) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY testing_correction_open (open_key),
    KEY testing_correction_case (case_id, proposed_at),
    KEY testing_correction_subject (subject_kind, subject_id),
    KEY testing_correction_lab (lab_code, changes_verdict, proposed_at),
    KEY testing_correction_at (changes_verdict, proposed_at)
) CHARACTER SET utf8mb4;

CREATE TABLE testing_correction_opinion (
    id CHAR(36) NOT NULL PRIMARY KEY,
    correction_id CHAR(36) NOT NULL,
    consent VARCHAR(16) NOT NULL,
    granted BOOLEAN NOT NULL,
    opinion VARCHAR(1000) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    said_at DATETIME(6) NOT NULL,
    UNIQUE KEY testing_correction_opinion_once (correction_id, consent)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: a word given stays given';

-- Who returned a record may not agree to its correction.
ALTER TABLE testing_order ADD COLUMN returned_by VARCHAR(64) NULL;
