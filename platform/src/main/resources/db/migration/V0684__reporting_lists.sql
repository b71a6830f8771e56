-- As V0682: a list's index holds what it is scoped, ordered, filtered and searched by; a report's row is long.
ALTER TABLE reporting_report
    DROP KEY reporting_report_lab,
    DROP KEY reporting_report_developer,
    DROP KEY reporting_report_contractor,
    DROP KEY reporting_report_supervision,
    ADD KEY reporting_report_lab (lab_code, signed_at, id, status, report_no, commission_no, sample_no, project_name),
    ADD KEY reporting_report_developer (developer_code, signed_at, id, status, report_no, commission_no, sample_no, project_name),
    ADD KEY reporting_report_contractor (contractor_code, signed_at, id, status, report_no, commission_no, sample_no, project_name),
    ADD KEY reporting_report_supervision (supervision_code, signed_at, id, status, report_no, commission_no, sample_no, project_name),
    ADD KEY reporting_report_signed (signed_at, id, status, report_no, commission_no, sample_no, project_name);
