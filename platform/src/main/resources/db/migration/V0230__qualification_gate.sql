-- Drawn anew by every change of the registries, in its transaction: the gate reads them again when it differs.
CREATE TABLE qualification_revision (
    id INT NOT NULL PRIMARY KEY,
    stamp CHAR(36) NOT NULL
) CHARACTER SET utf8mb4;

INSERT INTO qualification_revision (id, stamp) VALUES (1, UUID());

-- until_day: last day, or null until somebody lifts it. Official: part of the breach that brought it.
CREATE TABLE qualification_suspension (
    id CHAR(36) NOT NULL PRIMARY KEY,
    breach_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    from_day DATE NOT NULL,
    until_day DATE NULL,
    reason VARCHAR(500) NOT NULL,
    lifted_at DATETIME(6) NULL,
    lifted_by VARCHAR(64) NULL,
    -- its cases no longer bear the mark: until_day has passed, or it was lifted
    released_at DATETIME(6) NULL,
    version INT NOT NULL,
    KEY qualification_suspension_lab (lab_code, item),
    KEY qualification_suspension_breach (breach_id),
    KEY qualification_suspension_open (released_at, until_day)
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_waiver (
    id CHAR(36) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    rule_name VARCHAR(40) NOT NULL,
    -- null for every item
    item VARCHAR(32) NULL,
    from_day DATE NOT NULL,
    until_day DATE NOT NULL,
    reason VARCHAR(500) NOT NULL,
    granted_at DATETIME(6) NOT NULL,
    granted_by VARCHAR(64) NOT NULL,
    granted_name VARCHAR(40) NOT NULL,
    withdrawn_at DATETIME(6) NULL,
    withdrawn_by VARCHAR(64) NULL,
    version INT NOT NULL,
    KEY qualification_waiver_lab (lab_code, until_day)
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_gate_warning (
    case_id CHAR(36) NOT NULL,
    point VARCHAR(16) NOT NULL,
    rule_name VARCHAR(40) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    warned_at DATETIME(6) NOT NULL,
    PRIMARY KEY (case_id, point, rule_name, subject)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what the gate let pass with a warning';
