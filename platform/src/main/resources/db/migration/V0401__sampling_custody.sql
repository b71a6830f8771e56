-- Samples with their custody chain (official), the marks of their specimens, and every scan of a mark (7.1.2, 5.4.6).
CREATE TABLE sampling_sample (
    id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    attempt INT NOT NULL,
    label VARCHAR(40) NOT NULL,
    sample_no VARCHAR(25) NULL UNIQUE,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    grade VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    declared_made_at DATETIME(6) NULL,
    seal_no VARCHAR(40) NULL,
    taken_at DATETIME(6) NULL,
    taken_by VARCHAR(64) NULL,
    taken_name VARCHAR(40) NULL,
    taken_employer VARCHAR(64) NULL,
    taken_certificate VARCHAR(40) NULL,
    taken_latitude DECIMAL(9, 6) NULL,
    taken_longitude DECIMAL(9, 6) NULL,
    taken_note VARCHAR(500) NULL,
    witnessed_at DATETIME(6) NULL,
    witnessed_by VARCHAR(64) NULL,
    witnessed_name VARCHAR(40) NULL,
    witnessed_employer VARCHAR(64) NULL,
    witnessed_certificate VARCHAR(40) NULL,
    witnessed_latitude DECIMAL(9, 6) NULL,
    witnessed_longitude DECIMAL(9, 6) NULL,
    witnessed_note VARCHAR(500) NULL,
    received_at DATETIME(6) NULL,
    received_by VARCHAR(64) NULL,
    received_name VARCHAR(40) NULL,
    received_employer VARCHAR(64) NULL,
    received_certificate VARCHAR(40) NULL,
    received_latitude DECIMAL(9, 6) NULL,
    received_longitude DECIMAL(9, 6) NULL,
    received_note VARCHAR(500) NULL,
    storage VARCHAR(60) NULL,
    refusal VARCHAR(20) NULL,
    reason VARCHAR(500) NULL,
    version INT NOT NULL,
    UNIQUE KEY sampling_sample_attempt (case_id, attempt),
    KEY sampling_sample_state (state, lab_code)
) CHARACTER SET utf8mb4;

CREATE TABLE sampling_specimen (
    mark VARCHAR(32) NOT NULL PRIMARY KEY,
    sample_id CHAR(36) NOT NULL,
    position INT NOT NULL,
    UNIQUE KEY sampling_specimen_position (sample_id, position)
) CHARACTER SET utf8mb4;

-- Insert only.
CREATE TABLE sampling_scan (
    id CHAR(36) NOT NULL PRIMARY KEY,
    mark VARCHAR(32) NOT NULL,
    sample_id CHAR(36) NOT NULL,
    at DATETIME(6) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    role VARCHAR(20) NOT NULL,
    UNIQUE KEY sampling_scan_once (mark, username),
    KEY sampling_scan_sample (sample_id, at)
) CHARACTER SET utf8mb4;
