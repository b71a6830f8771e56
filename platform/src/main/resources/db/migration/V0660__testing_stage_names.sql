-- Stages are named by the folders of methods: soundness, second.
ALTER TABLE testing_order MODIFY COLUMN awaiting VARCHAR(20) NULL;
ALTER TABLE testing_raw_record MODIFY COLUMN stage VARCHAR(20) NOT NULL;
ALTER TABLE testing_handback MODIFY COLUMN stage VARCHAR(20) NULL;
