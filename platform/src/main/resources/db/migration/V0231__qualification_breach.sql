-- Breaches of qualification (4.1.11, 5.3.3), changed only together with a ledger entry; what was said and decided about
-- them is only ever added.
CREATE TABLE qualification_breach (
    id CHAR(36) NOT NULL PRIMARY KEY,
    breach_no VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    rule_name VARCHAR(40) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    item VARCHAR(32) NULL,
    reason VARCHAR(500) NOT NULL,
    -- GATE or SWEEP
    origin VARCHAR(8) NOT NULL,
    found_case CHAR(36) NULL,
    opened_at DATETIME(6) NOT NULL,
    repeats INT NOT NULL,
    minimum VARCHAR(10) NOT NULL,
    explain_days INT NOT NULL,
    correct_days INT NOT NULL,
    appeal_days INT NOT NULL,
    inform_admin BOOLEAN NOT NULL,
    state VARCHAR(12) NOT NULL,
    since DATETIME(6) NOT NULL,
    due_at DATETIME(6) NULL,
    overdue_since DATETIME(6) NULL,
    decision VARCHAR(10) NULL,
    decided_by VARCHAR(64) NULL,
    outcome VARCHAR(12) NULL,
    closed_at DATETIME(6) NULL,
    -- lab, rule and subject while it is open: one open breach of each
    open_key VARCHAR(160) NULL,
    version INT NOT NULL,
    UNIQUE KEY qualification_breach_no (breach_no),
    UNIQUE KEY qualification_breach_open (open_key),
    KEY qualification_breach_lab (lab_code, rule_name, opened_at),
    KEY qualification_breach_state (state, due_at)
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_breach_act (
    id CHAR(36) NOT NULL PRIMARY KEY,
    breach_id CHAR(36) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    outcome VARCHAR(20) NULL,
    words VARCHAR(2000) NOT NULL,
    proof VARCHAR(2000) NOT NULL,
    by_user VARCHAR(64) NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    done_at DATETIME(6) NOT NULL,
    KEY qualification_breach_act_breach (breach_id, done_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what was said and decided about a breach';
