-- As V0682, but for what is searched, which is too long to lie in an index; and what the filters offer.
ALTER TABLE nonconformity_loop
    DROP KEY nonconformity_loop_opened,
    DROP KEY nonconformity_loop_lab,
    DROP KEY nonconformity_loop_developer,
    DROP KEY nonconformity_loop_contractor,
    DROP KEY nonconformity_loop_supervision,
    ADD KEY nonconformity_loop_opened (opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name),
    ADD KEY nonconformity_loop_lab (lab_code, opened_at, report_no, state, closed_at, due_at, item, project_name),
    ADD KEY nonconformity_loop_developer (developer_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name),
    ADD KEY nonconformity_loop_contractor (contractor_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name),
    ADD KEY nonconformity_loop_supervision (supervision_code, opened_at, report_no, state, closed_at, due_at, lab_code, item, project_name),
    ADD KEY nonconformity_loop_lab_offers (lab_code, project_name, item),
    ADD KEY nonconformity_loop_developer_offers (developer_code, lab_code, project_name, item),
    ADD KEY nonconformity_loop_contractor_offers (contractor_code, lab_code, project_name, item),
    ADD KEY nonconformity_loop_supervision_offers (supervision_code, lab_code, project_name, item);
