-- After V0211 has sealed what there was.
ALTER TABLE qualification_person
    DROP COLUMN id_number,
    DROP COLUMN phone,
    MODIFY COLUMN id_sealed VARCHAR(160) NOT NULL,
    MODIFY COLUMN id_hash CHAR(64) NOT NULL,
    MODIFY COLUMN id_masked VARCHAR(20) NOT NULL,
    MODIFY COLUMN phone_sealed VARCHAR(200) NOT NULL,
    MODIFY COLUMN phone_masked VARCHAR(30) NOT NULL,
    ADD UNIQUE KEY qualification_person_id (id_hash);

-- mail goes to this address of an organisation; empty while none is known.
ALTER TABLE qualification_organisation ADD COLUMN email VARCHAR(120) NOT NULL DEFAULT '';
