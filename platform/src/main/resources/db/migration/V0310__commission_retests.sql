-- A commission may test a failing report again.
ALTER TABLE commission_order
    ADD COLUMN retest_of VARCHAR(32) NULL,
    ADD COLUMN retest_case_id CHAR(36) NULL,
    ADD KEY commission_order_retest (retest_of);
