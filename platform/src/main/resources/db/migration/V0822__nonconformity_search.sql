-- No longer than the case's, from which they come, so that they lie in the index.
ALTER TABLE nonconformity_loop
    MODIFY commission_no VARCHAR(25) NOT NULL,
    MODIFY project_name VARCHAR(100) NOT NULL,
    MODIFY sample VARCHAR(100) NOT NULL,
    DROP KEY nonconformity_loop_opened,
    DROP KEY nonconformity_loop_lab,
    DROP KEY nonconformity_loop_developer,
    DROP KEY nonconformity_loop_contractor,
    DROP KEY nonconformity_loop_supervision,
    ADD KEY nonconformity_loop_opened (opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name, commission_no, place, sample),
    ADD KEY nonconformity_loop_lab (lab_code, opened_at, report_no, state, closed_at, due_at, item, project_name, commission_no, place, sample),
    ADD KEY nonconformity_loop_developer (developer_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name, commission_no, place, sample),
    ADD KEY nonconformity_loop_contractor (contractor_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name, commission_no, place, sample),
    ADD KEY nonconformity_loop_supervision (supervision_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name, commission_no, place, sample);
