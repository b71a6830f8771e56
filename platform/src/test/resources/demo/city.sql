-- A demo city: three laboratories, two projects, their people and equipment. Invented; any likeness is chance.
-- Days count from today, so that one certificate is always about to expire and one machine always past calibration.
-- May run at every start.

INSERT INTO qualification_lab (code, name, address, phone) VALUES
    ('BJ01', '宝鸡衡正建设工程检测有限公司', '陕西省宝鸡市金台区陈仓大道18号', '0917-3301001'),
    ('BJ02', '宝鸡西秦工程质量检测中心', '陕西省宝鸡市渭滨区高新大道56号', '0917-3302002'),
    ('BJ03', '岐山周原建材检测有限公司', '陕西省宝鸡市岐山县凤鸣镇朝阳路9号', '0917-3303003')
ON DUPLICATE KEY UPDATE name = VALUES(name), address = VALUES(address), phone = VALUES(phone);

DELETE FROM qualification_lab_certificate WHERE certificate_no IN
    ('陕建检字第0601018号', '陕建检字第0601026号', '陕建检字第0601031号', '232706010118', '232706010226', '232706010331');
INSERT INTO qualification_lab_certificate (lab_code, certificate_type, certificate_no, specialities, valid_from, valid_until) VALUES
    ('BJ01', 'QUALIFICATION', '陕建检字第0601018号', '建筑材料及构配件,市政工程材料,主体结构及装饰装修', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    ('BJ02', 'QUALIFICATION', '陕建检字第0601026号', '建筑材料及构配件', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    ('BJ03', 'QUALIFICATION', '陕建检字第0601031号', '建筑材料及构配件', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    ('BJ01', 'CMA', '232706010118', '', DATE_SUB(CURRENT_DATE, INTERVAL 700 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1490 DAY)),
    ('BJ02', 'CMA', '232706010226', '', DATE_SUB(CURRENT_DATE, INTERVAL 700 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1490 DAY)),
    ('BJ03', 'CMA', '232706010331', '', DATE_SUB(CURRENT_DATE, INTERVAL 700 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1490 DAY));

-- BJ01 holds two items in both specialities; the mortar scope of BJ02 has run out; BJ03 tests no splices.
INSERT INTO qualification_scope (id, lab_code, item, speciality, method_standards, valid_from, valid_until) VALUES
    (1, 'BJ01', 'concrete-cube', '建筑材料及构配件', 'GB/T 50081-2019', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (2, 'BJ01', 'concrete-cube', '市政工程材料', 'GB/T 50081-2019', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (3, 'BJ01', 'mortar-cube', '建筑材料及构配件', 'JGJ/T 70-2009', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (4, 'BJ01', 'cement', '建筑材料及构配件', 'GB/T 17671-2021', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (5, 'BJ01', 'rebar', '建筑材料及构配件', 'GB/T 28900-2022、GB/T 228.1-2021', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (6, 'BJ01', 'rebar', '市政工程材料', 'GB/T 28900-2022、GB/T 228.1-2021', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (7, 'BJ01', 'weld', '建筑材料及构配件', 'JGJ/T 27-2014', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (8, 'BJ01', 'splice', '建筑材料及构配件', 'JGJ 107-2016', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (9, 'BJ02', 'concrete-cube', '建筑材料及构配件', 'GB/T 50081-2019', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (10, 'BJ02', 'mortar-cube', '建筑材料及构配件', 'JGJ/T 70-2009', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 12 DAY)),
    (11, 'BJ02', 'cement', '建筑材料及构配件', 'GB/T 17671-2021', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (12, 'BJ03', 'concrete-cube', '建筑材料及构配件', 'GB/T 50081-2019', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (13, 'BJ03', 'rebar', '建筑材料及构配件', 'GB/T 28900-2022、GB/T 228.1-2021', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (14, 'BJ03', 'weld', '建筑材料及构配件', 'JGJ/T 27-2014', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (901, 'BJ01', 'cement-physical', '建筑材料及构配件', 'GB/T 1346-2024、GB/T 1345-2005、GB/T 8074-2008', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (902, 'BJ01', 'concrete-permeability', '建筑材料及构配件', 'GB/T 50082-2024', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY)),
    (903, 'BJ01', 'cover-thickness', '主体结构及装饰装修', 'JGJ/T 152-2019', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY))
ON DUPLICATE KEY UPDATE lab_code = VALUES(lab_code), item = VALUES(item), speciality = VALUES(speciality), method_standards = VALUES(method_standards), valid_from = VALUES(valid_from), valid_until = VALUES(valid_until);

INSERT INTO qualification_organisation (path, name, credit_code, contact, phone, address, email) VALUES
    ('labs/BJ01', '宝鸡衡正建设工程检测有限公司', '91610300MA6X10001A', '何建明', '0917-3301001', '陕西省宝鸡市金台区陈仓大道18号', 'office@hengzheng.example'),
    ('labs/BJ02', '宝鸡西秦工程质量检测中心', '12610300MA6X20002B', '马文博', '0917-3302002', '陕西省宝鸡市渭滨区高新大道56号', 'office@xiqin.example'),
    ('labs/BJ03', '岐山周原建材检测有限公司', '91610323MA6X30003C', '姬晓东', '0917-3303003', '陕西省宝鸡市岐山县凤鸣镇朝阳路9号', 'office@zhouyuan.example'),
    ('developers/WBJT', '宝鸡渭北建设投资集团有限公司', '91610300MA6X40004D', '陈思远', '0917-3401001', '陕西省宝鸡市金台区中山东路88号', 'project@wbjt.example'),
    ('developers/GXZY', '宝鸡高新置业有限公司', '91610300MA6X50005E', '刘佳宁', '0917-3402002', '陕西省宝鸡市高新区高新四路11号', 'project@gxzy.example'),
    ('contractors/SJ1', '陕西三秦第一建筑工程有限公司', '91610300MA6X60006F', '王海涛', '0917-3501001', '陕西省宝鸡市渭滨区经二路120号', 'site@sj1.example'),
    ('contractors/SJ2', '宝鸡金陵建筑安装有限公司', '91610300MA6X70007G', '孙立军', '0917-3502002', '陕西省宝鸡市金台区宏文路36号', 'site@sj2.example'),
    ('supervision/HC', '宝鸡宏诚工程监理有限公司', '91610300MA6X80008H', '赵敏', '0917-3601001', '陕西省宝鸡市金台区行政大道5号', 'office@hc.example'),
    ('supervision/YD', '陕西永达项目管理有限公司', '91610300MA6X90009J', '周志强', '0917-3602002', '陕西省宝鸡市陈仓区虢镇大街27号', 'office@yd.example'),
    ('station', '宝鸡市建设工程质量安全监督站', '12610300MB0000010K', '杨国栋', '0917-3201001', '陕西省宝鸡市金台区大庆路41号院', 'duty@station.example')
ON DUPLICATE KEY UPDATE name = VALUES(name), credit_code = VALUES(credit_code), contact = VALUES(contact), phone = VALUES(phone), address = VALUES(address), email = VALUES(email);

-- 韩冰's certificate expires within 30 days; those of 罗毅 and 李小龙 have expired. Nobody of BJ03 may review or sign.
INSERT INTO qualification_certificate (certificate_no, username, role, items, valid_from, valid_until) VALUES
    ('SN-QY-20250002', 'sampler', 'SAMPLER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-QY-20230003', 'sampler.sj1b', 'SAMPLER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 1130 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 35 DAY)),
    ('SN-QY-20250004', 'sampler.sj2', 'SAMPLER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JZ-20250005', 'witness', 'WITNESS', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JZ-20250006', 'witness.hcb', 'WITNESS', 'concrete-cube,mortar-cube', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JZ-20250007', 'witness.yd', 'WITNESS', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-SY-20250008', 'receiver', 'RECEIVER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JC-20250009', 'tester', 'TESTER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JC-20230010', 'tester.bj01b', 'TESTER', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 1075 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 20 DAY)),
    ('SN-JC-20230011', 'tester.bj01c', 'TESTER', 'rebar,weld,splice', DATE_SUB(CURRENT_DATE, INTERVAL 1130 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 35 DAY)),
    ('SN-SH-20250012', 'reviewer', 'REVIEWER', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-QZ-20250013', 'signatory', 'SIGNATORY', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JC-20250015', 'tester2', 'TESTER', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-SY-20250016', 'receiver.bj02', 'RECEIVER', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-SH-20250017', 'reviewer.bj02', 'REVIEWER', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-QZ-20250018', 'signatory.bj02', 'SIGNATORY', 'concrete-cube,mortar-cube', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-SY-20250019', 'receiver.bj03', 'RECEIVER', 'concrete-cube,rebar,weld', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY)),
    ('SN-JC-20250020', 'tester.bj03', 'TESTER', 'concrete-cube,rebar,weld', DATE_SUB(CURRENT_DATE, INTERVAL 380 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 715 DAY))
ON DUPLICATE KEY UPDATE username = VALUES(username), role = VALUES(role), items = VALUES(items), valid_from = VALUES(valid_from), valid_until = VALUES(valid_until);

-- BJ01-YL-03 is past its calibration, BJ01-WN-02 due within a month.
INSERT INTO qualification_equipment (code, lab_code, name, model, factory_no, measuring_range, accuracy, room, items, calibration_no, calibrated_on, calibrated_until) VALUES
    ('BJ01-YL-01', 'BJ01', '微机控制电液伺服压力试验机', 'YAW-2000', '20190412', '0～2000 kN', '1级', '力学室', 'concrete-cube', '宝计校字第2026-01001号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-YL-02', 'BJ01', '压力试验机', 'YES-300', '20180876', '0～300 kN', '1级', '力学室', 'mortar-cube,cement', '宝计校字第2026-01002号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-YL-03', 'BJ01', '压力试验机', 'YES-2000', '20150233', '0～2000 kN', '1级', '力学室', 'concrete-cube', '宝计校字第2026-01003号', DATE_SUB(CURRENT_DATE, INTERVAL 410 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 46 DAY)),
    ('BJ01-KZ-01', 'BJ01', '全自动水泥抗折抗压试验机', 'YAW-300C', '20200651', '0～10 kN / 0～300 kN', '1级', '水泥室', 'cement', '宝计校字第2026-01004号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-WN-01', 'BJ01', '微机控制电液伺服万能试验机', 'WAW-1000', '20190733', '0～1000 kN', '1级', '力学室', 'rebar,weld,splice', '宝计校字第2026-01005号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-WN-02', 'BJ01', '微机控制电液伺服万能试验机', 'WAW-300', '20200118', '0～300 kN', '0.5级', '力学室', 'rebar,weld,splice', '宝计校字第2026-01006号', DATE_SUB(CURRENT_DATE, INTERVAL 350 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 14 DAY)),
    ('BJ01-WQ-01', 'BJ01', '钢筋弯曲试验机', 'GW-40', '20170925', '弯心直径 10～250 mm', '—', '力学室', 'rebar,weld', '宝计校字第2026-01007号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-TP-01', 'BJ01', '电子天平', 'YP30001', '20211109', '0～30 kg', 'Ⅱ级', '力学室', 'rebar', '宝计校字第2026-01008号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-LS-01', 'BJ01', '维卡仪与雷氏夹测定仪', 'LD-50', '20220417', '0～50 mm', '0.5 mm', '水泥室', 'cement-physical', '宝计校字第2026-01013号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-KS-01', 'BJ01', '自动调压混凝土抗渗仪', 'HP-4.0', '20210622', '0.1～4.0 MPa', '0.05 MPa', '力学室', 'concrete-permeability', '宝计校字第2026-01014号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ01-SM-01', 'BJ01', '钢筋扫描仪', 'ZBL-R630A', '20230908', '6～190 mm', '±1 mm', '力学室', 'cover-thickness', '宝计校字第2026-01015号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ02-YL-01', 'BJ02', '微机控制压力试验机', 'YAW-3000', '20210314', '0～3000 kN', '1级', '压力室', 'concrete-cube,mortar-cube', '宝计校字第2026-02009号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ02-KZ-01', 'BJ02', '水泥抗折抗压一体机', 'DKZ-6000', '20210509', '0～6 kN / 0～300 kN', '1级', '水泥室', 'cement', '宝计校字第2026-02010号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ03-YL-01', 'BJ03', '压力试验机', 'YES-2000', '20180402', '0～2000 kN', '1级', '力学室', 'concrete-cube', '宝计校字第2026-03011号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ03-WN-01', 'BJ03', '万能试验机', 'WE-600', '20160718', '0～600 kN', '1级', '力学室', 'rebar,weld', '宝计校字第2026-03012号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY)),
    ('BJ03-TP-01', 'BJ03', '电子天平', 'YP30001', '20190327', '0～30 kg', 'Ⅱ级', '力学室', 'rebar', '宝计校字第2026-03013号', DATE_SUB(CURRENT_DATE, INTERVAL 120 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 244 DAY))
ON DUPLICATE KEY UPDATE lab_code = VALUES(lab_code), name = VALUES(name), model = VALUES(model), factory_no = VALUES(factory_no), measuring_range = VALUES(measuring_range), accuracy = VALUES(accuracy), room = VALUES(room), items = VALUES(items), calibration_no = VALUES(calibration_no), calibrated_on = VALUES(calibrated_on), calibrated_until = VALUES(calibrated_until);

INSERT INTO qualification_project (code, name, address, supervision_reg_no, permit_no, developer_code, contractor_code, supervision_code, permit_on, starts_on, planned_until, longitude, latitude) VALUES
    ('XM-2026-001', '渭河新城安置房一期', '宝鸡市金台区渭河南路北侧', 'BJZJ-2026-0317', '610302202603170101', 'WBJT', 'SJ1', 'HC', DATE_SUB(CURRENT_DATE, INTERVAL 300 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 290 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 500 DAY), 107.1448000, 34.3622000),
    ('XM-2026-002', '高新科创中心', '宝鸡市高新区高新大道中段', 'BJZJ-2026-0422', '610305202604220201', 'GXZY', 'SJ2', 'YD', DATE_SUB(CURRENT_DATE, INTERVAL 260 DAY), DATE_SUB(CURRENT_DATE, INTERVAL 250 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 600 DAY), 107.2013000, 34.3485000)
ON DUPLICATE KEY UPDATE name = VALUES(name), address = VALUES(address), supervision_reg_no = VALUES(supervision_reg_no), permit_no = VALUES(permit_no), developer_code = VALUES(developer_code), contractor_code = VALUES(contractor_code), supervision_code = VALUES(supervision_code), permit_on = VALUES(permit_on), starts_on = VALUES(starts_on), planned_until = VALUES(planned_until), longitude = VALUES(longitude), latitude = VALUES(latitude);

UPDATE qualification_equipment SET kind = CASE
    WHEN code LIKE '%-YL-%' THEN 'PRESS' WHEN code LIKE '%-WN-%' THEN 'UNIVERSAL' WHEN code LIKE '%-KZ-%' THEN 'CEMENT'
    WHEN code LIKE '%-WQ-%' THEN 'BENDER' ELSE 'BALANCE' END
 WHERE code REGEXP '^BJ0[1-3]-(YL|WN|KZ|WQ|TP)-' AND kind IS NULL;

UPDATE qualification_equipment SET kind = 'OTHER' WHERE code REGEXP '^BJ01-(LS|KS|SM)-' AND kind IS NULL;

UPDATE qualification_equipment
   SET range_from = 0, range_unit = SUBSTRING_INDEX(measuring_range, ' ', -1),
       range_to = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(measuring_range, '～', -1), ' ', 1) AS DECIMAL(12, 3))
 WHERE code REGEXP '^BJ0[1-3]-(YL|WN|TP)-' AND range_unit IS NULL;

UPDATE qualification_equipment SET resolution = CASE range_unit WHEN 'kg' THEN 0.0001 ELSE range_to / 100000 END
 WHERE code REGEXP '^BJ0[1-3]-(YL|WN|TP)-' AND resolution IS NULL AND range_to IS NOT NULL;

UPDATE qualification_revision SET stamp = UUID() WHERE id = 1;

INSERT INTO qualification_contract (contract_no, project_code, lab_code, items, valid_from, valid_until) VALUES
    ('HT-2026-001', 'XM-2026-001', 'BJ01', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 300 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 800 DAY)),
    ('HT-2026-002', 'XM-2026-001', 'BJ02', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 300 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 800 DAY)),
    ('HT-2026-003', 'XM-2026-002', 'BJ01', 'concrete-cube,mortar-cube,cement,rebar,weld,splice,cement-physical,concrete-permeability,cover-thickness', DATE_SUB(CURRENT_DATE, INTERVAL 300 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 800 DAY)),
    ('HT-2026-004', 'XM-2026-002', 'BJ02', 'concrete-cube,mortar-cube,cement', DATE_SUB(CURRENT_DATE, INTERVAL 300 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 800 DAY))
ON DUPLICATE KEY UPDATE project_code = VALUES(project_code), lab_code = VALUES(lab_code), items = VALUES(items), valid_from = VALUES(valid_from), valid_until = VALUES(valid_until);

INSERT INTO qualification_camera (code, lab_code, room, camera_type, megapixels, retention_days, channel_id) VALUES
    ('BJ01-SX-01', 'BJ01', '力学室', 'DOME', 4.00, 120, '61030000001320000001'),
    ('BJ01-SX-02', 'BJ01', '水泥室', 'BULLET', 2.00, 90, '61030000001320000002'),
    ('BJ02-SX-01', 'BJ02', '压力室', 'DOME', 4.00, 100, '61030000001320000003')
ON DUPLICATE KEY UPDATE lab_code = VALUES(lab_code), room = VALUES(room), camera_type = VALUES(camera_type), megapixels = VALUES(megapixels), retention_days = VALUES(retention_days), channel_id = VALUES(channel_id);

-- What no folder knows (其他检测项目) is tested by those who test steel, on their machine.
INSERT INTO qualification_scope (id, lab_code, item, speciality, method_standards, valid_from, valid_until) VALUES
    (990, 'BJ01', 'open-item', '建筑材料及构配件', '委托单所列标准', DATE_SUB(CURRENT_DATE, INTERVAL 600 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 1225 DAY))
ON DUPLICATE KEY UPDATE valid_from = VALUES(valid_from), valid_until = VALUES(valid_until);
UPDATE qualification_certificate SET items = CONCAT(items, ',open-item') WHERE items LIKE '%,splice%';
UPDATE qualification_contract SET items = CONCAT(items, ',open-item') WHERE items LIKE '%,splice%';
UPDATE qualification_equipment SET items = CONCAT(items, ',open-item') WHERE code = 'BJ01-WN-01';
UPDATE qualification_revision SET stamp = UUID() WHERE id = 1;
