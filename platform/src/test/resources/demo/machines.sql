-- Sensors of temperature and humidity, by the rooms in which they hang.
INSERT IGNORE INTO qualification_equipment (code, lab_code, name, model, factory_no, measuring_range, accuracy, room, items, calibration_no, calibrated_on, calibrated_until, kind) VALUES
    ('BJ01-WS-01', 'BJ01', '温湿度传感器', 'TH-20', '20240301', '-20～60 ℃ / 0～100 %', '±0.3 ℃ / ±2 %', '标准养护室', '', '宝计校字第2026-01021号', DATE_SUB(CURRENT_DATE, INTERVAL 100 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 264 DAY), 'OTHER'),
    ('BJ01-WS-02', 'BJ01', '温湿度传感器', 'TH-20', '20240302', '-20～60 ℃ / 0～100 %', '±0.3 ℃ / ±2 %', '力学室', '', '宝计校字第2026-01022号', DATE_SUB(CURRENT_DATE, INTERVAL 100 DAY), DATE_ADD(CURRENT_DATE, INTERVAL 264 DAY), 'OTHER');
UPDATE qualification_revision SET stamp = UUID() WHERE id = 1;

-- Machines of BJ01 send by themselves: each proves itself by its code and the demo password.
INSERT INTO acquisition_login (equipment, lab_code, secret_hash, renewed_by, renewed_at, lock_version)
SELECT code, lab_code, SHA2(CONCAT(code, '\n', 'Jianzheng-2026'), 256), 'labadmin', UTC_TIMESTAMP(6), 0
  FROM qualification_equipment WHERE code REGEXP '^BJ01-(YL|WN|KZ|WS)-'
ON DUPLICATE KEY UPDATE lab_code = VALUES(lab_code);
