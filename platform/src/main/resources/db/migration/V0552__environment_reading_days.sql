-- What a laboratory's sensors sent on a day, by the server's clock, as one hash: readings that are changed, added or taken
-- out afterwards no longer have it.
CREATE TABLE environment_reading_day (
    -- 2026-03-02/BJ01
    id VARCHAR(48) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    day DATE NOT NULL,
    readings BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    KEY environment_reading_day_day (day, id)
) CHARACTER SET utf8mb4 COMMENT 'official: what sensors sent, day by day';

ALTER TABLE environment_reading ADD KEY environment_reading_arrival (received_at, lab_code);
