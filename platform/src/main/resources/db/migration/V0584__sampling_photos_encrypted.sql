-- Photos are stored encrypted under a key of their own, and found again where they come back slightly changed.
ALTER TABLE sampling_photo
    ADD COLUMN key_id CHAR(36) NULL,
    -- goes into the ledger with the photo's hash, which alone would tell whoever has the photo that it is there
    ADD COLUMN salt CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- of the encrypted files; shown_sha256 and thumb_sha256 stay those of the pictures themselves
    ADD COLUMN file_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN shown_file_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN thumb_file_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- perceptual hash, whole and in quarters
    ADD COLUMN look BIGINT NULL,
    ADD COLUMN look_1 INT NULL,
    ADD COLUMN look_2 INT NULL,
    ADD COLUMN look_3 INT NULL,
    ADD COLUMN look_4 INT NULL,
    ADD KEY sampling_photo_look_1 (look_1, uploaded_at),
    ADD KEY sampling_photo_look_2 (look_2, uploaded_at),
    ADD KEY sampling_photo_look_3 (look_3, uploaded_at),
    ADD KEY sampling_photo_look_4 (look_4, uploaded_at);

-- Parts under way are encrypted too. A phone asks how far its photo came, and begins anew where nothing is left.
DELETE FROM sampling_photo_part;
ALTER TABLE sampling_photo_part ADD COLUMN key_id CHAR(36) NOT NULL, ADD KEY sampling_photo_part_key (key_id);

-- Photos that can be read no more because their key was destroyed.
CREATE TABLE sampling_photo_destroyed (
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username VARCHAR(64) NOT NULL,
    case_id CHAR(36) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    destroyed_by VARCHAR(64) NOT NULL,
    destroyed_name VARCHAR(40) NOT NULL,
    destroyed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (sha256, username),
    KEY sampling_photo_destroyed_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: destroyed photos';
