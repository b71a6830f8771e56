-- Witnesses' records that came before the sampler's, because neither had network on the site.
CREATE TABLE sampling_held_record (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    id CHAR(36) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    phone_id CHAR(36) NOT NULL,
    -- null where the witness had nothing but the marks
    named_case CHAR(36) NULL,
    body MEDIUMTEXT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature VARCHAR(120) NOT NULL,
    phone_at DATETIME(6) NOT NULL,
    contact_at DATETIME(6) NULL,
    arrived_at DATETIME(6) NOT NULL,
    UNIQUE KEY sampling_held_record_once (username, id, sha256),
    KEY sampling_held_record_arrived (arrived_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: records of witnesses as they came';

CREATE TABLE sampling_held_open (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NULL,
    next_at DATETIME(6) NOT NULL,
    KEY sampling_held_open_next (next_at),
    KEY sampling_held_open_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'working: which of them wait, and when they are looked at again';
