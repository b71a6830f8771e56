-- A hold that is over says when; it is not deleted.
ALTER TABLE commission_hold ADD COLUMN released_at DATETIME(6) NULL;
