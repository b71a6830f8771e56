-- What each official row was after each of its changes: marks (HMAC) of its columns under a key that is not in the database.
CREATE TABLE official_row_state (
    table_name VARCHAR(64)  NOT NULL,
    row_key    VARCHAR(200) NOT NULL COMMENT 'values of the primary key',
    version    INT          NOT NULL,
    mac_key    VARCHAR(32)  NOT NULL,
    marks      TEXT         NOT NULL COMMENT 'a line for each column that is not NULL',
    mac        BINARY(32)   NOT NULL,
    PRIMARY KEY (table_name, row_key, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
    COMMENT = 'insert-only: what official rows were, bears the mark of the platform';

-- Tables whose rows were taken as they stood. A migration that changes official rows deletes the table's row here.
CREATE TABLE official_adoption (
    table_name VARCHAR(64) NOT NULL PRIMARY KEY,
    adopted_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'read-only: only whoever owns the schema takes rows as they are';
