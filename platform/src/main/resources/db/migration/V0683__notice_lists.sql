-- Whom a notice that was read was for: what somebody has not read is counted as what they were told less what they have read.
ALTER TABLE notice_read
    ADD COLUMN recipient VARCHAR(100) NULL,
    ADD KEY notice_read_of (username, recipient);

UPDATE notice_read r JOIN notice n ON n.id = r.notice_id SET r.recipient = n.recipient;
