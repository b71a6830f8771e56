-- Software of testing machines: what of the wire contract it kept when it was tried (6.2.5).
CREATE TABLE acquisition_validation (
    id CHAR(36) NOT NULL PRIMARY KEY,
    equipment VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    -- as the machine names itself and its version; empty where it never began
    software VARCHAR(100) NOT NULL,
    passed BOOLEAN NOT NULL,
    steps TEXT NOT NULL,
    tried_by VARCHAR(64) NOT NULL,
    tried_name VARCHAR(64) NOT NULL,
    tried_at DATETIME(6) NOT NULL,
    KEY acquisition_validation_machine (equipment, tried_at, id),
    KEY acquisition_validation_at (tried_at, id),
    KEY acquisition_validation_lab (lab_code, tried_at, id)
) CHARACTER SET utf8mb4 COMMENT 'official: whether the software of a machine keeps the wire contract';

-- Whether runs of software that was not validated are refused: the newest line holds.
CREATE TABLE acquisition_validation_rule (
    id CHAR(36) NOT NULL PRIMARY KEY,
    required BOOLEAN NOT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by VARCHAR(64) NOT NULL,
    decided_name VARCHAR(64) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    KEY acquisition_validation_rule_at (decided_at, id)
) CHARACTER SET utf8mb4 COMMENT 'official: what the station asks of the software of machines';

-- Whether the software that sent it was validated when it began; unknown of earlier runs.
ALTER TABLE acquisition_run ADD COLUMN software_validated BOOLEAN NULL;
