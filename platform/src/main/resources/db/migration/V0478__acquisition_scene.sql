-- What was seen of a test: photos at its start and of the break, and the cameras of the room meanwhile (5.4.7).
CREATE TABLE acquisition_photo (
    id CHAR(36) NOT NULL PRIMARY KEY,
    run_id CHAR(36) NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(40) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    size BIGINT NOT NULL,
    by_user VARCHAR(64) NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    moment VARCHAR(8) NOT NULL,
    KEY acquisition_photo_run (run_id, added_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: photos of a test';

CREATE TABLE acquisition_video (
    run_id CHAR(36) NOT NULL,
    camera VARCHAR(32) NOT NULL,
    channel_id VARCHAR(20) NOT NULL,
    room VARCHAR(40) NOT NULL,
    from_at DATETIME(6) NOT NULL,
    until_at DATETIME(6) NOT NULL,
    PRIMARY KEY (run_id, camera)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: which cameras saw a test, and when';
