-- What somebody was told (5.3.3, 5.3.5): shown on their page of notices and sent by e-mail where an address is known.
-- recipient: a group path, labs/BJ01/labadmin, or that of a whole house, developers/WBJT.
CREATE TABLE notice (
    id CHAR(36) NOT NULL PRIMARY KEY,
    notice_key VARCHAR(190) NOT NULL,
    recipient VARCHAR(100) NOT NULL,
    title VARCHAR(200) NOT NULL,
    body VARCHAR(2000) NOT NULL,
    link VARCHAR(300) NOT NULL,
    case_id CHAR(36) NULL,
    sent_at DATETIME(6) NOT NULL,
    UNIQUE KEY notice_once (notice_key),
    KEY notice_recipient (recipient, sent_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what was said was said';

CREATE TABLE notice_read (
    notice_id CHAR(36) NOT NULL,
    username VARCHAR(64) NOT NULL,
    read_at DATETIME(6) NOT NULL,
    PRIMARY KEY (notice_id, username)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: who has seen it';

-- Letters that have not gone out yet, and when they did.
CREATE TABLE notice_mail (
    notice_id CHAR(36) NOT NULL PRIMARY KEY,
    address VARCHAR(200) NOT NULL,
    attempts INT NOT NULL,
    next_try_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    last_error VARCHAR(300) NULL,
    KEY notice_mail_waiting (sent_at, next_try_at)
) CHARACTER SET utf8mb4;
