-- Marks that a contractor orders by the roll for a project, before there is a sample (7.1.2); what is printed of them, what of
-- them is lost. Whether one is bound is told by its specimen alone.
CREATE TABLE sampling_roll (
    roll_no VARCHAR(25) NOT NULL PRIMARY KEY,
    project_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    size INT NOT NULL,
    ordered_at DATETIME(6) NOT NULL,
    ordered_by VARCHAR(64) NOT NULL,
    ordered_name VARCHAR(40) NOT NULL,
    KEY sampling_roll_contractor (contractor_code, ordered_at, roll_no),
    KEY sampling_roll_project (project_code, ordered_at, roll_no),
    KEY sampling_roll_ordered (ordered_at, roll_no)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: who ordered marks for which project';

CREATE TABLE sampling_roll_mark (
    mark VARCHAR(32) NOT NULL PRIMARY KEY,
    roll_no VARCHAR(25) NOT NULL,
    position INT NOT NULL,
    UNIQUE KEY sampling_roll_mark_position (roll_no, position)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: a mark is made once';

CREATE TABLE sampling_roll_print (
    roll_no VARCHAR(25) NOT NULL,
    number INT NOT NULL,
    printed_at DATETIME(6) NOT NULL,
    printed_by VARCHAR(64) NOT NULL,
    printed_name VARCHAR(40) NOT NULL,
    layout VARCHAR(10) NOT NULL,
    labels INT NOT NULL,
    reason VARCHAR(500) NULL,
    PRIMARY KEY (roll_no, number)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: a printing stays counted';

-- Position 0 is the roll as a whole.
CREATE TABLE sampling_roll_void (
    roll_no VARCHAR(25) NOT NULL,
    position INT NOT NULL,
    voided_at DATETIME(6) NOT NULL,
    voided_by VARCHAR(64) NOT NULL,
    voided_name VARCHAR(40) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    PRIMARY KEY (roll_no, position)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: what is void stays void';

-- Null for a mark that was issued with its case. Where a sample has specimens with marks of a roll, those it was issued are void.
ALTER TABLE sampling_specimen
    ADD COLUMN roll_no VARCHAR(25) NULL,
    DROP KEY sampling_specimen_position,
    ADD UNIQUE KEY sampling_specimen_position (sample_id, position, roll_no),
    ADD KEY sampling_specimen_roll (roll_no);

CREATE TABLE sampling_disposal (
    sample_id CHAR(36) NOT NULL PRIMARY KEY,
    disposed_at DATETIME(6) NOT NULL,
    disposed_by VARCHAR(64) NOT NULL,
    disposed_name VARCHAR(40) NOT NULL,
    way VARCHAR(10) NOT NULL,
    note VARCHAR(500) NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: what became of specimens after their test';

-- Of the slip that a laboratory gives when it does not take a sample in.
ALTER TABLE sampling_sample ADD COLUMN refusal_no VARCHAR(25) NULL UNIQUE;
