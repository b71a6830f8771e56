-- Who agreed to be compared, and when that ended; the portrait itself lies apart, so that it can be deleted.
CREATE TABLE face_enrolment (
    id CHAR(36) NOT NULL PRIMARY KEY,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    -- the username while it stands: one at a time
    current_of VARCHAR(64) NULL,
    -- under the portrait's own key, which is deleted with it
    picture_hash CHAR(64) NOT NULL,
    enrolled_at DATETIME(6) NOT NULL,
    -- to the picture that the registry has
    likeness VARCHAR(16) NOT NULL,
    likeness_score DECIMAL(5, 4) NULL,
    confirmed_at DATETIME(6) NULL,
    confirmed_by VARCHAR(64) NULL,
    confirmed_name VARCHAR(64) NULL,
    ended_at DATETIME(6) NULL,
    ended_why VARCHAR(24) NULL,
    version INT NOT NULL,
    UNIQUE KEY face_enrolment_current (current_of),
    KEY face_enrolment_person (username, enrolled_at)
) CHARACTER SET utf8mb4 COMMENT 'official: consents to being compared, and their end';

CREATE TABLE face_portrait (
    enrolment_id CHAR(36) NOT NULL PRIMARY KEY,
    -- the picture's own key, under that of the personal data
    sealed_key VARCHAR(200) NOT NULL,
    content MEDIUMBLOB NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'queue: encrypted portraits, deleted when their consent ends';

-- One for each photo that shows whoever made a record.
CREATE TABLE face_comparison (
    id CHAR(36) NOT NULL PRIMARY KEY,
    arrival_id CHAR(36) NOT NULL,
    photo_sha256 CHAR(64) NOT NULL,
    step VARCHAR(12) NOT NULL,
    sample VARCHAR(64) NOT NULL,
    case_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    state VARCHAR(12) NOT NULL,
    -- whose portrait it was held against; null where there was none
    enrolment_id CHAR(36) NULL,
    portrait_confirmed BOOLEAN NOT NULL,
    outcome VARCHAR(16) NULL,
    not_compared VARCHAR(24) NULL,
    score DECIMAL(5, 4) NULL,
    accept_from DECIMAL(5, 4) NULL,
    refuse_below DECIMAL(5, 4) NULL,
    model VARCHAR(100) NULL,
    compared_at DATETIME(6) NULL,
    -- when nobody had looked for too long
    overdue_at DATETIME(6) NULL,
    answer VARCHAR(12) NULL,
    answer_note VARCHAR(500) NULL,
    answered_by VARCHAR(64) NULL,
    answered_name VARCHAR(64) NULL,
    answered_at DATETIME(6) NULL,
    version INT NOT NULL,
    UNIQUE KEY face_comparison_photo (arrival_id, photo_sha256),
    KEY face_comparison_case (case_id, recorded_at),
    KEY face_comparison_waiting (state, recorded_at),
    KEY face_comparison_lab (lab_code, state, recorded_at)
) CHARACTER SET utf8mb4 COMMENT 'official: whether who signed a record stands in its photo';
