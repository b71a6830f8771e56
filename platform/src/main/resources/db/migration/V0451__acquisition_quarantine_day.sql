-- How much of one machine was kept apart on a day. Whoever sends what nobody opened must not fill the disk: beyond its share
-- of a day it is told why, and counted.
CREATE TABLE acquisition_quarantine_day (
    equipment VARCHAR(32) NOT NULL,
    day DATE NOT NULL,
    messages INT NOT NULL,
    bytes BIGINT NOT NULL,
    -- messages that were not kept
    beyond INT NOT NULL,
    PRIMARY KEY (equipment, day)
) CHARACTER SET utf8mb4 COMMENT 'working: counts of what acquisition_quarantine holds';
