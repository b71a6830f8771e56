-- Machines of BJ01 send by themselves: each proves itself by its code and the demo password.
INSERT INTO acquisition_login (equipment, lab_code, secret_hash, renewed_by, renewed_at, connected_at, lock_version)
SELECT code, lab_code, SHA2(CONCAT(code, '\n', 'Jianzheng-2026'), 256), 'labadmin', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0
  FROM qualification_equipment WHERE code REGEXP '^BJ01-(YL|WN|KZ)-'
ON DUPLICATE KEY UPDATE lab_code = VALUES(lab_code);
