CREATE TABLE qualification_breach_paper (
    id CHAR(36) NOT NULL PRIMARY KEY,
    breach_id CHAR(36) NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(40) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    size BIGINT NOT NULL,
    by_user VARCHAR(64) NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    KEY qualification_breach_paper_breach (breach_id, added_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: evidence and proof that the laboratory has handed in';
