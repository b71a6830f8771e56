-- Cases whose sampling the station lets be recorded at a desk although phones are required (7.1.2).
CREATE TABLE sampling_desk_exception (
    case_id CHAR(36) NOT NULL PRIMARY KEY,
    reason VARCHAR(500) NOT NULL,
    granted_by VARCHAR(64) NOT NULL,
    granted_name VARCHAR(40) NOT NULL,
    granted_at DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: exceptions of the station';
