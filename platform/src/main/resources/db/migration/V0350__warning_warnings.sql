-- What looked wrong (smart checks, windows, photos, sensors, counts), what the laboratory said to it and what the station
-- decided. Changed only together with a ledger entry.
CREATE TABLE raised_warning (
    id CHAR(36) NOT NULL PRIMARY KEY,
    -- what says the same thing again is not raised twice
    warning_key VARCHAR(160) NOT NULL,
    rule_name VARCHAR(80) NOT NULL,
    subject_kind VARCHAR(20) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_page VARCHAR(200) NULL,
    lab_code VARCHAR(32) NOT NULL,
    case_id CHAR(36) NULL,
    severity VARCHAR(8) NOT NULL,
    sentence VARCHAR(500) NOT NULL,
    evidence LONGTEXT NOT NULL,
    state VARCHAR(12) NOT NULL,
    raised_at DATETIME(6) NOT NULL,
    explanation VARCHAR(2000) NULL,
    explained_by VARCHAR(64) NULL,
    explained_name VARCHAR(40) NULL,
    explained_at DATETIME(6) NULL,
    decision VARCHAR(10) NULL,
    decision_text VARCHAR(2000) NULL,
    decided_by VARCHAR(64) NULL,
    decided_name VARCHAR(40) NULL,
    decided_at DATETIME(6) NULL,
    version INT NOT NULL,
    UNIQUE KEY raised_warning_key (warning_key),
    KEY raised_warning_at (raised_at, id),
    KEY raised_warning_lab (lab_code, raised_at, id),
    KEY raised_warning_state (state, raised_at, id),
    KEY raised_warning_rule (rule_name, raised_at, id),
    KEY raised_warning_case (case_id, raised_at)
) CHARACTER SET utf8mb4 COMMENT 'official: what looked wrong, how it was explained, what was decided';
