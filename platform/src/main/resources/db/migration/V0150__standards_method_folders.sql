-- A case names the folder of the catalogue that it was ordered under: whatever version runs, that folder can be read.
CREATE TABLE standards_method_folder (
    sha256 CHAR(64) NOT NULL PRIMARY KEY,
    item VARCHAR(32) NOT NULL,
    -- text of its files by name, JSON
    files LONGTEXT NOT NULL,
    kept_at DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'insert-only: folders of the catalogue, each known by its own hash';
