-- Why a force may be typed that a machine would have sent (4.1.7, 4.1.10), and where one was.

-- The station lets a laboratory type an item's forces for some time.
CREATE TABLE manual_waiver (
    id CHAR(36) NOT NULL PRIMARY KEY,
    number VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    from_day DATE NOT NULL,
    until_day DATE NOT NULL,
    reason VARCHAR(500) NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_name VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    state VARCHAR(12) NOT NULL,
    decision_text VARCHAR(500) NULL,
    decided_by VARCHAR(64) NULL,
    decided_name VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    ended_text VARCHAR(500) NULL,
    ended_by VARCHAR(64) NULL,
    ended_name VARCHAR(64) NULL,
    ended_at DATETIME(6) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY manual_waiver_number (number),
    KEY manual_waiver_item (lab_code, item, until_day),
    KEY manual_waiver_at (asked_at, id),
    KEY manual_waiver_lab (lab_code, asked_at, id)
) CHARACTER SET utf8mb4 COMMENT 'official: who let a laboratory type what machines would have sent';

-- A machine that does not send, from the report to its return.
CREATE TABLE manual_outage (
    id CHAR(36) NOT NULL PRIMARY KEY,
    equipment VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    reported_by VARCHAR(64) NOT NULL,
    reported_name VARCHAR(64) NOT NULL,
    reported_at DATETIME(6) NOT NULL,
    returned_text VARCHAR(500) NULL,
    returned_by VARCHAR(64) NULL,
    returned_name VARCHAR(64) NULL,
    returned_at DATETIME(6) NULL,
    -- the machine while it is out of order: once at a time
    open_key VARCHAR(32) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY manual_outage_open (open_key),
    KEY manual_outage_machine (equipment, reported_at, id)
) CHARACTER SET utf8mb4 COMMENT 'official: machines that were out of order';

-- The station's word that a machine has to send by itself, whether or not anybody gave it a secret.
CREATE TABLE manual_sending (
    equipment VARCHAR(32) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    required_by VARCHAR(64) NOT NULL,
    required_name VARCHAR(64) NOT NULL,
    required_at DATETIME(6) NOT NULL,
    KEY manual_sending_lab (lab_code)
) CHARACTER SET utf8mb4 COMMENT 'official: machines that the station wants to send by themselves';

-- The technical head lets forces be typed on one day of an outage.
CREATE TABLE manual_day (
    id CHAR(36) NOT NULL PRIMARY KEY,
    outage_id CHAR(36) NOT NULL,
    equipment VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    day DATE NOT NULL,
    reason VARCHAR(500) NOT NULL,
    allowed_by VARCHAR(64) NOT NULL,
    allowed_name VARCHAR(64) NOT NULL,
    allowed_at DATETIME(6) NOT NULL,
    UNIQUE KEY manual_day_once (outage_id, day),
    KEY manual_day_lab (lab_code, day)
) CHARACTER SET utf8mb4 COMMENT 'official: days on which a technical head let forces be typed';

-- Records whose forces were typed, for the count.
CREATE TABLE manual_entry (
    record_no VARCHAR(32) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    sample_no VARCHAR(32) NOT NULL,
    ground VARCHAR(20) NOT NULL,
    -- number of the waiver, or the machine that was out of order or whose run was broken off
    reference VARCHAR(64) NULL,
    tester VARCHAR(64) NOT NULL,
    tester_name VARCHAR(64) NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    KEY manual_entry_at (entered_at, record_no),
    KEY manual_entry_lab (lab_code, entered_at, record_no),
    KEY manual_entry_ground (ground, entered_at, record_no)
) CHARACTER SET utf8mb4 COMMENT 'official: records whose forces a person typed';
