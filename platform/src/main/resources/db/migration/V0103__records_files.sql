-- What the files in the evidence folder are; the files themselves are named by their SHA-256.
CREATE TABLE evidence_file (
    sha256     CHAR(64)     NOT NULL PRIMARY KEY,
    media_type VARCHAR(100) NOT NULL,
    size       BIGINT       NOT NULL,
    stored_at  DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';
