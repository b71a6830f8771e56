ALTER TABLE official_sample COMMENT = 'official: a record to try the guard on';
