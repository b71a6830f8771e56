-- Entries of the registries are applied for and approved (4.2.2.3, 5.3.3). round: a corrected application supersedes its lines.
CREATE TABLE qualification_application (
    id CHAR(36) NOT NULL PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    house VARCHAR(64) NOT NULL,
    applicant_path VARCHAR(64) NOT NULL,
    subject_name VARCHAR(120) NOT NULL,
    status VARCHAR(20) NOT NULL,
    round INT NOT NULL,
    submitted_at DATETIME(6) NOT NULL,
    submitted_by VARCHAR(64) NOT NULL,
    submitted_name VARCHAR(40) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    decided_at DATETIME(6) NULL,
    decided_by VARCHAR(64) NULL,
    decided_name VARCHAR(40) NULL,
    reason VARCHAR(500) NULL,
    overdue BOOLEAN NOT NULL,
    version INT NOT NULL,
    KEY qualification_application_house (house, submitted_at),
    KEY qualification_application_applicant (applicant_path, submitted_at)
) CHARACTER SET utf8mb4;

-- content: JSON of the entry; personal numbers in it are sealed.
CREATE TABLE qualification_application_line (
    application_id CHAR(36) NOT NULL,
    round INT NOT NULL,
    line_no INT NOT NULL,
    content LONGTEXT NOT NULL,
    PRIMARY KEY (application_id, round, line_no)
) CHARACTER SET utf8mb4 COMMENT = 'insert-only: what was applied for';

CREATE TABLE qualification_history (
    id CHAR(36) NOT NULL PRIMARY KEY,
    subject VARCHAR(120) NOT NULL,
    house VARCHAR(64) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    application_id CHAR(36) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    applied_by VARCHAR(40) NOT NULL,
    approved_by VARCHAR(40) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    before_text LONGTEXT NULL,
    after_text LONGTEXT NOT NULL,
    KEY qualification_history_subject (subject, changed_at),
    KEY qualification_history_application (application_id)
) CHARACTER SET utf8mb4 COMMENT = 'insert-only: every change of a registry';

CREATE TABLE qualification_calibration (
    calibration_no VARCHAR(60) NOT NULL PRIMARY KEY,
    equipment_code VARCHAR(32) NOT NULL,
    agency VARCHAR(100) NOT NULL,
    calibrated_on DATE NOT NULL,
    calibrated_until DATE NOT NULL,
    KEY qualification_calibration_equipment (equipment_code, calibrated_on)
) CHARACTER SET utf8mb4;

-- Cameras by room (4.2.1).
CREATE TABLE qualification_camera (
    code VARCHAR(32) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    room VARCHAR(40) NOT NULL,
    camera_type VARCHAR(10) NOT NULL,
    megapixels DECIMAL(6, 2) NOT NULL,
    retention_days INT NOT NULL,
    channel_id VARCHAR(20) NOT NULL,
    KEY qualification_camera_lab (lab_code, room)
) CHARACTER SET utf8mb4;

-- Which laboratory may test which items of which project.
CREATE TABLE qualification_contract (
    contract_no VARCHAR(40) NOT NULL PRIMARY KEY,
    project_code VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    items VARCHAR(200) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    KEY qualification_contract_project (project_code, lab_code)
) CHARACTER SET utf8mb4;

-- A scope is renewed by a further line; validity of the lines of one item does not overlap.
ALTER TABLE qualification_scope
    MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT,
    DROP KEY qualification_scope_item,
    ADD UNIQUE KEY qualification_scope_line (lab_code, item, speciality, valid_from);
