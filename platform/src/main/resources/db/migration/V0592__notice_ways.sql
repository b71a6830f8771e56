-- What may stand on a locked phone's screen: one of a few sentences and the label of a sample; null where nothing is sent.
ALTER TABLE notice
    ADD COLUMN alert VARCHAR(30) NULL,
    ADD COLUMN alert_about VARCHAR(60) NULL,
    ADD COLUMN alert_until DATETIME(6) NULL;

-- Where people have said that they may be told at once: browsers (Web Push), their registered number, their WeChat account.
CREATE TABLE notice_address (
    id CHAR(36) NOT NULL PRIMARY KEY,
    channel VARCHAR(10) NOT NULL,
    username VARCHAR(64) NOT NULL,
    -- the account's id in the realm; null where there is no realm
    subject VARCHAR(64) NULL,
    language CHAR(2) NOT NULL,
    -- SHA-256 of what the address is: nobody has it twice, and of two people the later one has it
    place CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lane VARCHAR(120) NOT NULL,
    -- endpoint of a subscription; a sealed account; empty for the registered number
    target VARCHAR(1000) NOT NULL,
    p256dh VARCHAR(100) NULL,
    auth VARCHAR(40) NULL,
    -- thumbprint of the phone that it is on
    device VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    seen_at DATETIME(6) NOT NULL,
    checked_at DATETIME(6) NOT NULL,
    UNIQUE KEY notice_address_once (place),
    KEY notice_address_of (username, channel, seen_at),
    KEY notice_address_device (device),
    KEY notice_address_checked (checked_at)
) CHARACTER SET utf8mb4 COMMENT 'working: where people want to be told, for as long as they do';

-- Whose notices go there: the groups and the house of the person, as the realm last said.
CREATE TABLE notice_address_reader (
    reader VARCHAR(100) NOT NULL,
    address_id CHAR(36) NOT NULL,
    PRIMARY KEY (reader, address_id),
    KEY notice_address_reader_of (address_id)
) CHARACTER SET utf8mb4 COMMENT 'working: goes with its address';

-- What is on its way there. One notice goes to one address once.
CREATE TABLE notice_delivery (
    notice_id CHAR(36) NOT NULL,
    address_id CHAR(36) NOT NULL,
    lane VARCHAR(120) NOT NULL,
    state VARCHAR(10) NOT NULL,
    attempts INT NOT NULL,
    next_try_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NULL,
    last_error VARCHAR(300) NULL,
    PRIMARY KEY (notice_id, address_id),
    KEY notice_delivery_waiting (state, next_try_at),
    KEY notice_delivery_ended (state, ended_at),
    KEY notice_delivery_to (address_id, state)
) CHARACTER SET utf8mb4 COMMENT 'working: messages on their way';
