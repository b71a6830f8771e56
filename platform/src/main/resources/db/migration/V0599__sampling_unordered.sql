-- Samples that were taken before anybody had ordered their test: kept as the sampler's phone signed them, until an order is joined.
CREATE TABLE sampling_unordered (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    number VARCHAR(40) NOT NULL,
    id CHAR(36) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    phone_id CHAR(36) NOT NULL,
    project_code VARCHAR(40) NOT NULL,
    developer_code VARCHAR(40) NOT NULL,
    contractor_code VARCHAR(40) NOT NULL,
    supervision_code VARCHAR(40) NOT NULL,
    unit_works VARCHAR(100) NOT NULL,
    part VARCHAR(200) NOT NULL,
    item VARCHAR(40) NOT NULL,
    grade VARCHAR(60) NOT NULL,
    batch VARCHAR(60) NOT NULL,
    specimens INT NOT NULL,
    made_at DATETIME(6) NOT NULL,
    seal_no VARCHAR(40) NOT NULL,
    note VARCHAR(500) NOT NULL,
    -- when the server had it only after the half hour: the station decides once it is joined
    came_late BOOLEAN NOT NULL,
    join_by DATETIME(6) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature VARCHAR(120) NOT NULL,
    phone_at DATETIME(6) NOT NULL,
    contact_at DATETIME(6) NULL,
    arrived_at DATETIME(6) NOT NULL,
    UNIQUE KEY sampling_unordered_number (number),
    UNIQUE KEY sampling_unordered_once (username, id, sha256),
    KEY sampling_unordered_arrived (arrived_at, arrival_id),
    KEY sampling_unordered_contractor (contractor_code, arrived_at, arrival_id),
    KEY sampling_unordered_supervision (supervision_code, arrived_at, arrival_id),
    KEY sampling_unordered_developer (developer_code, arrived_at, arrival_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: samples without an order, as they came';

CREATE TABLE sampling_unordered_mark (
    mark VARCHAR(32) NOT NULL PRIMARY KEY,
    roll_no VARCHAR(25) NOT NULL,
    arrival_id CHAR(36) NOT NULL,
    position INT NOT NULL,
    KEY sampling_unordered_mark_sample (arrival_id, position),
    KEY sampling_unordered_mark_roll (roll_no)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: marks that are on samples without an order';

CREATE TABLE sampling_unordered_photo (
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    arrival_id CHAR(36) NOT NULL,
    KEY sampling_unordered_photo_sample (arrival_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: photos that samples without an order rest on';

CREATE TABLE sampling_unordered_witness (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    witness_arrival_id CHAR(36) NOT NULL,
    UNIQUE KEY sampling_unordered_witness_once (witness_arrival_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: which held record witnesses a sample without an order';

-- The station gives more time: the last counts.
CREATE TABLE sampling_unordered_extension (
    arrival_id CHAR(36) NOT NULL,
    number INT NOT NULL,
    join_by DATETIME(6) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    extended_by VARCHAR(64) NOT NULL,
    extended_name VARCHAR(40) NOT NULL,
    extended_at DATETIME(6) NOT NULL,
    PRIMARY KEY (arrival_id, number)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: more time to join an order';

CREATE TABLE sampling_unordered_end (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    outcome VARCHAR(12) NOT NULL,
    case_id CHAR(36) NULL,
    sample_label VARCHAR(40) NULL,
    reason VARCHAR(500) NULL,
    ended_by VARCHAR(64) NOT NULL,
    ended_name VARCHAR(40) NOT NULL,
    ended_at DATETIME(6) NOT NULL,
    KEY sampling_unordered_end_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: what became of samples without an order';

CREATE TABLE sampling_unordered_open (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    join_by DATETIME(6) NOT NULL,
    reported BOOLEAN NOT NULL,
    KEY sampling_unordered_open_due (reported, join_by)
) CHARACTER SET utf8mb4 COMMENT 'working: which of them wait for an order, and whether the station was told';
