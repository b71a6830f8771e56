-- Phones by which samplers and witnesses record on the site (7.1.2): a phone is its key, and the key is one person's.
CREATE TABLE sampling_phone (
    id CHAR(36) NOT NULL PRIMARY KEY,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    device VARCHAR(80) NOT NULL,
    jwk VARCHAR(400) NOT NULL,
    thumbprint CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(12) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    confirmed_at DATETIME(6) NULL,
    confirmed_by VARCHAR(64) NULL,
    confirmed_name VARCHAR(40) NULL,
    locked_at DATETIME(6) NULL,
    locked_by VARCHAR(64) NULL,
    locked_name VARCHAR(40) NULL,
    lock_reason VARCHAR(500) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY sampling_phone_key (thumbprint),
    KEY sampling_phone_person (username, asked_at, id),
    KEY sampling_phone_employer (employer, asked_at, id),
    KEY sampling_phone_asked (asked_at, id)
) CHARACTER SET utf8mb4 COMMENT 'official: phones and whose they are';

-- When a phone was told the server's time: once a minute at most, so that a claim to have been offline can be held against it.
CREATE TABLE sampling_phone_contact (
    phone_id CHAR(36) NOT NULL,
    at DATETIME(6) NOT NULL,
    PRIMARY KEY (phone_id, at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: a phone that was in contact was in contact';

-- Photos of the site, each under the hash of the bytes that came; shown without what the camera wrote into them.
CREATE TABLE sampling_photo (
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username VARCHAR(64) NOT NULL,
    media_type VARCHAR(40) NOT NULL,
    size BIGINT NOT NULL,
    width INT NOT NULL,
    height INT NOT NULL,
    camera_time VARCHAR(40) NULL,
    camera_model VARCHAR(80) NULL,
    camera_latitude DECIMAL(9, 6) NULL,
    camera_longitude DECIMAL(9, 6) NULL,
    shown_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thumb_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (sha256, username),
    KEY sampling_photo_shown (shown_sha256),
    KEY sampling_photo_thumb (thumb_sha256)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: a photo is known by its own hash, which the signed record and the ledger name';

CREATE TABLE sampling_photo_part (
    username VARCHAR(64) NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    start BIGINT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    size INT NOT NULL,
    at DATETIME(6) NOT NULL,
    PRIMARY KEY (username, sha256, start),
    KEY sampling_photo_part_age (at)
) CHARACTER SET utf8mb4 COMMENT 'working: what has come so far of photos under way';

-- What phones sent, as it came, whatever became of it.
CREATE TABLE sampling_phone_record (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    id CHAR(36) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    phone_id CHAR(36) NULL,
    kind VARCHAR(12) NOT NULL,
    case_id CHAR(36) NULL,
    sample_label VARCHAR(40) NULL,
    body MEDIUMTEXT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature VARCHAR(120) NOT NULL,
    phone_at DATETIME(6) NULL,
    contact_at DATETIME(6) NULL,
    arrived_at DATETIME(6) NOT NULL,
    latitude DECIMAL(9, 6) NULL,
    longitude DECIMAL(9, 6) NULL,
    accuracy DECIMAL(9, 1) NULL,
    outcome VARCHAR(12) NOT NULL,
    reason VARCHAR(1000) NULL,
    UNIQUE KEY sampling_phone_record_once (username, id, sha256),
    KEY sampling_phone_record_case (case_id, arrived_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: what phones sent';

CREATE TABLE sampling_record_photo (
    arrival_id CHAR(36) NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose VARCHAR(12) NOT NULL,
    case_id CHAR(36) NOT NULL,
    -- its hash where the record counts: no photo counts twice
    used_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (arrival_id, sha256),
    UNIQUE KEY sampling_record_photo_use (used_sha256),
    KEY sampling_record_photo_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: which photos a record named';
