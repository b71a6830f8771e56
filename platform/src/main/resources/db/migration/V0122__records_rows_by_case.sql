-- So that the rows of one case that have gone are found without reading all that was ever written.
ALTER TABLE official_row_state
    ADD COLUMN belongs_to VARCHAR(200) NULL COMMENT 'the case that the row was of, else the first value of its key',
    ADD KEY official_row_state_belongs_to (table_name, belongs_to);

-- Where a check has got to names the table besides the key of the row.
ALTER TABLE nightly_progress
    MODIFY COLUMN first_key VARCHAR(300) NULL,
    MODIFY COLUMN last_key VARCHAR(300) NULL;
ALTER TABLE nightly_outcome
    MODIFY COLUMN first_key VARCHAR(300) NULL,
    MODIFY COLUMN last_key VARCHAR(300) NULL;
