-- As V0682.
ALTER TABLE archive_entry
    DROP KEY archive_entry_lab,
    DROP KEY archive_entry_filed,
    ADD KEY archive_entry_lab (lab_code, filed_at, case_id, commission_no, report_no, title),
    ADD KEY archive_entry_developer (developer_code, filed_at, case_id, commission_no, report_no, title),
    ADD KEY archive_entry_contractor (contractor_code, filed_at, case_id, commission_no, report_no, title),
    ADD KEY archive_entry_supervision (supervision_code, filed_at, case_id, commission_no, report_no, title),
    ADD KEY archive_entry_filed (filed_at, case_id, commission_no, report_no, title);
