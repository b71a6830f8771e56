-- What a case is looked for by besides its own number, and its result: reading copies of what orders, samples and reports say.
ALTER TABLE commission_case
    ADD COLUMN sample_no VARCHAR(25) NULL,
    ADD COLUMN report_no VARCHAR(32) NULL,
    ADD COLUMN result VARCHAR(16) NULL,
    ADD COLUMN maker VARCHAR(100) NULL,
    ADD COLUMN batch_no VARCHAR(60) NULL,
    ADD COLUMN contact VARCHAR(40) NULL;

UPDATE commission_case c
  JOIN commission_order o ON o.case_id = c.case_id
   SET c.maker = o.maker, c.batch_no = o.batch_no, c.contact = o.contact,
       c.sample_no = (SELECT s.sample_no FROM sampling_sample s
                       WHERE s.case_id = c.case_id AND s.sample_no IS NOT NULL ORDER BY s.attempt DESC LIMIT 1),
       c.report_no = (SELECT r.report_no FROM reporting_report r
                       WHERE r.case_id = c.case_id AND r.report_no IS NOT NULL ORDER BY r.attempt DESC LIMIT 1),
       c.result = (SELECT r.conclusion FROM reporting_report r
                    WHERE r.case_id = c.case_id AND r.report_no IS NOT NULL ORDER BY r.attempt DESC LIMIT 1);

-- Numbers are found by how they begin; of makers and contacts there are few, however many cases there are.
ALTER TABLE commission_case
    ADD KEY commission_case_sample_no (sample_no, case_id),
    ADD KEY commission_case_report_no (report_no, case_id),
    ADD KEY commission_case_batch_no (batch_no, case_id),
    ADD KEY commission_case_maker (maker, case_id),
    ADD KEY commission_case_contact (contact, case_id),
    ADD KEY commission_case_result (result, opened_at, case_id, lab_code, item);
