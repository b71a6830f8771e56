-- Identity and telephone numbers leave the table as plain text (7.1.1): sealed text, keyed hash, masked text instead.
ALTER TABLE qualification_person
    ADD COLUMN id_sealed VARCHAR(160) NULL,
    ADD COLUMN id_hash CHAR(64) NULL,
    ADD COLUMN id_masked VARCHAR(20) NULL,
    ADD COLUMN phone_sealed VARCHAR(200) NULL,
    ADD COLUMN phone_masked VARCHAR(30) NULL,
    -- Last day with the employer: from the next day the person may be registered by another.
    ADD COLUMN left_on DATE NULL;
