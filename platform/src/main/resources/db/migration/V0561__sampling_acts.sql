-- The two registers of taking and witnessing (电子取样送检台账, 电子见证取样台账) by what they are looked for: a reading copy of the custody
-- chain and of the project that its order names. What a line says is read from the chain itself.
CREATE TABLE sampling_act (
    sample_id CHAR(36) NOT NULL,
    step VARCHAR(20) NOT NULL,
    at DATETIME(6) NOT NULL,
    username VARCHAR(64) NOT NULL,
    project_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    PRIMARY KEY (sample_id, step),
    KEY sampling_act_at (step, at, sample_id),
    KEY sampling_act_lab (lab_code, step, at, sample_id),
    KEY sampling_act_developer (developer_code, step, at, sample_id),
    KEY sampling_act_contractor (contractor_code, step, at, sample_id),
    KEY sampling_act_supervision (supervision_code, step, at, sample_id),
    KEY sampling_act_project (project_code, step, at, sample_id),
    KEY sampling_act_person (username, step, at, sample_id)
) CHARACTER SET utf8mb4 COMMENT 'working: a reading copy of the custody chain';

INSERT INTO sampling_act
SELECT h.sample_id, h.step, h.at, h.username, o.project_code, s.item, s.lab_code, s.developer_code, s.contractor_code,
    s.supervision_code
FROM sampling_handling h JOIN sampling_sample s ON s.id = h.sample_id JOIN commission_order o ON o.case_id = s.case_id
WHERE h.step IN ('TAKING', 'WITNESSING');
