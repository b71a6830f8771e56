-- The custody chain by its steps: taking, witnessing, receipt (or refusal) at the counter. Each is written once for good, so
-- rights can guard it, which they could not while it was part of the sample's row.
CREATE TABLE sampling_handling (
    sample_id CHAR(36) NOT NULL,
    step VARCHAR(20) NOT NULL,
    at DATETIME(6) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(40) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    certificate VARCHAR(40) NULL,
    latitude DECIMAL(9, 6) NULL,
    longitude DECIMAL(9, 6) NULL,
    note VARCHAR(500) NULL,
    PRIMARY KEY (sample_id, step)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: who handled a sample stays written';

INSERT INTO sampling_handling
SELECT id, 'TAKING', taken_at, taken_by, taken_name, taken_employer, taken_certificate, taken_latitude, taken_longitude,
    taken_note
FROM sampling_sample WHERE taken_at IS NOT NULL
UNION ALL
SELECT id, 'WITNESSING', witnessed_at, witnessed_by, witnessed_name, witnessed_employer, witnessed_certificate,
    witnessed_latitude, witnessed_longitude, witnessed_note
FROM sampling_sample WHERE witnessed_at IS NOT NULL
UNION ALL
SELECT id, 'RECEIPT', received_at, received_by, received_name, received_employer, received_certificate, received_latitude,
    received_longitude, received_note
FROM sampling_sample WHERE received_at IS NOT NULL;

ALTER TABLE sampling_sample
    DROP COLUMN taken_at, DROP COLUMN taken_by, DROP COLUMN taken_name, DROP COLUMN taken_employer,
    DROP COLUMN taken_certificate, DROP COLUMN taken_latitude, DROP COLUMN taken_longitude, DROP COLUMN taken_note,
    DROP COLUMN witnessed_at, DROP COLUMN witnessed_by, DROP COLUMN witnessed_name, DROP COLUMN witnessed_employer,
    DROP COLUMN witnessed_certificate, DROP COLUMN witnessed_latitude, DROP COLUMN witnessed_longitude,
    DROP COLUMN witnessed_note, DROP COLUMN received_at, DROP COLUMN received_by, DROP COLUMN received_name,
    DROP COLUMN received_employer, DROP COLUMN received_certificate, DROP COLUMN received_latitude,
    DROP COLUMN received_longitude, DROP COLUMN received_note;
