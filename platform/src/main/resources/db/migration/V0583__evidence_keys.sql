-- Keys of files that show people, each encrypted under a master key of the configuration.
CREATE TABLE evidence_key (
    id CHAR(36) NOT NULL PRIMARY KEY,
    master VARCHAR(40) NOT NULL,
    wrapped VARBINARY(120) NOT NULL,
    made_at DATETIME(6) NOT NULL,
    KEY evidence_key_master (master, id)
) CHARACTER SET utf8mb4 COMMENT 'working: a key goes over to the next master key, and is destroyed with what it was for';
