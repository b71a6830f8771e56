-- What the station decided on records that came when their task was gone, or that waited in vain.
CREATE TABLE sampling_evidence_decision (
    arrival_id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    accepted BOOLEAN NOT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by VARCHAR(64) NOT NULL,
    decided_name VARCHAR(40) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    KEY sampling_evidence_decision_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: whether a record is evidence';

-- Which cases rest on a photo.
ALTER TABLE sampling_record_photo ADD KEY sampling_record_photo_sha (sha256);
