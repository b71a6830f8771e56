-- What a list is scoped, ordered, filtered and searched by lies together: a page, its total and a search that finds nothing
-- are answered from one index, from whichever end is nearer. The rows themselves are read for what is shown only.
ALTER TABLE commission_case
    DROP KEY commission_case_lab,
    DROP KEY commission_case_developer,
    DROP KEY commission_case_contractor,
    DROP KEY commission_case_supervision,
    DROP KEY commission_case_opened,
    DROP KEY commission_case_stage,
    ADD KEY commission_case_lab (lab_code, opened_at, case_id, stage, overdue_task, commission_no, project_name, place, sample),
    ADD KEY commission_case_developer (developer_code, opened_at, case_id, stage, overdue_task, commission_no, project_name, place, sample),
    ADD KEY commission_case_contractor (contractor_code, opened_at, case_id, stage, overdue_task, commission_no, project_name, place, sample),
    ADD KEY commission_case_supervision (supervision_code, opened_at, case_id, stage, overdue_task, commission_no, project_name, place, sample),
    ADD KEY commission_case_opened (opened_at, case_id, stage, overdue_task, commission_no, project_name, place, sample),
    ADD KEY commission_case_stage (stage, opened_at, case_id, overdue_task, lab_code, item);
