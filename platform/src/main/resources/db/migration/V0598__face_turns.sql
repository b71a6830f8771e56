-- Whether who photographed themselves turned their head when the phone asked them to; older rows were not asked.
ALTER TABLE face_comparison
    ADD COLUMN turn_asked VARCHAR(8) NULL,
    -- SHA-256 of the photos taken after that, a line each
    ADD COLUMN turn_photos VARCHAR(400) NULL,
    ADD COLUMN turn_outcome VARCHAR(16) NULL,
    ADD COLUMN turn_by DECIMAL(5, 4) NULL,
    ADD COLUMN turn_needed DECIMAL(5, 4) NULL;
