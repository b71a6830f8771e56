-- Test orders move on; raw records and results are only ever added (6.1.2): a correction is a further version.
CREATE TABLE testing_order (
    case_id CHAR(36) NOT NULL PRIMARY KEY,
    order_no VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    family VARCHAR(16) NOT NULL,
    item VARCHAR(32) NOT NULL,
    sample_no VARCHAR(32) NOT NULL,
    tester VARCHAR(64) NOT NULL,
    tester_name VARCHAR(64) NOT NULL,
    machine VARCHAR(32) NOT NULL,
    second_machine VARCHAR(32) NULL,
    planned_on DATE NOT NULL,
    place VARCHAR(60) NOT NULL,
    assigned_by VARCHAR(64) NOT NULL,
    assigned_by_name VARCHAR(64) NOT NULL,
    assigned_at DATETIME(6) NOT NULL,
    -- main, 3d or 28d while a raw record of that stage is awaited
    awaiting VARCHAR(8) NULL,
    -- 1, and one more for every return by the reviewer
    pass INT NOT NULL,
    return_reason VARCHAR(1000) NULL,
    returned_by_name VARCHAR(64) NULL,
    returned_at DATETIME(6) NULL,
    overdue_since DATETIME(6) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY testing_order_no (order_no),
    KEY testing_order_lab (lab_code, assigned_at)
) CHARACTER SET utf8mb4;

CREATE TABLE testing_raw_record (
    record_no VARCHAR(32) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    stage VARCHAR(8) NOT NULL,
    pass INT NOT NULL,
    version INT NOT NULL,
    supersedes VARCHAR(32) NULL,
    -- everything as entered, and the equipment as it stood that day; JSON
    content LONGTEXT NOT NULL,
    equipment LONGTEXT NOT NULL,
    tester_certificate VARCHAR(40) NOT NULL,
    recorded_by VARCHAR(64) NOT NULL,
    recorded_by_name VARCHAR(64) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NOT NULL,
    correction_reason VARCHAR(500) NULL,
    UNIQUE KEY testing_raw_record_version (case_id, stage, version)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: raw records are superseded, never edited';

CREATE TABLE testing_result (
    id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    number_in_case INT NOT NULL,
    pass INT NOT NULL,
    conclusion VARCHAR(16) NOT NULL,
    -- inputs, outcomes, decisions, limits and what a report prints of them; JSON
    content LONGTEXT NOT NULL,
    software_version VARCHAR(40) NOT NULL,
    concluded_at DATETIME(6) NOT NULL,
    UNIQUE KEY testing_result_number (case_id, number_in_case)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: a further evaluation is a further row';
