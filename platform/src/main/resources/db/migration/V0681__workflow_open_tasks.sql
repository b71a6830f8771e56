-- Who may read which open task, in the order of lists: the engine finds out for one reader by going through all tasks and all
-- rights. Kept by the transaction that changes the task; the engine's row takes its own along. Reader: group:labs/BJ01/tester,
-- user:zhangwei, or named:BJ01 for the laboratory whose administrators may take back what was given to one person by name.
-- Letters as in the engine's tables, else the key would not fit theirs.
CREATE TABLE workflow_open_task (
    reader VARCHAR(262) NOT NULL,
    created_at DATETIME NOT NULL,
    task_id VARCHAR(64) NOT NULL,
    -- the reader is a group that is asked to do it
    candidate INT NOT NULL,
    suspension INT NOT NULL,
    assignee VARCHAR(255) NULL,
    name VARCHAR(255) NULL,
    priority INT NULL,
    due_at DATETIME NULL,
    follow_up_at DATETIME NULL,
    case_id VARCHAR(255) NULL,
    PRIMARY KEY (reader, created_at, task_id),
    KEY workflow_open_task_task (task_id, reader),
    CONSTRAINT workflow_open_task_of FOREIGN KEY (task_id) REFERENCES ACT_RU_TASK (ID_) ON DELETE CASCADE
) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin COMMENT 'working: a reading copy of the engine''s open tasks';

INSERT INTO workflow_open_task (reader, created_at, task_id, candidate, suspension, assignee, name, priority, due_at,
    follow_up_at, case_id)
SELECT COALESCE(CONCAT('group:', a.GROUP_ID_), CONCAT('user:', a.USER_ID_)), t.CREATE_TIME_, t.ID_,
    -- Asked so that only the index by task can answer: that by group leads through all tasks of the group.
    COALESCE((SELECT MAX(CASE WHEN l.GROUP_ID_ = a.GROUP_ID_ THEN 1 ELSE 0 END) FROM ACT_RU_IDENTITYLINK l
        WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate'), 0),
    t.SUSPENSION_STATE_, t.ASSIGNEE_, t.NAME_, t.PRIORITY_, t.DUE_DATE_, t.FOLLOW_UP_DATE_, e.BUSINESS_KEY_
FROM ACT_RU_TASK t JOIN ACT_RU_AUTHORIZATION a ON a.RESOURCE_ID_ = t.ID_
LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_
WHERE a.RESOURCE_TYPE_ = 7 AND a.TYPE_ = 1 AND a.PERMS_ & 2 = 2
UNION ALL
SELECT CONCAT('named:', v.TEXT_), t.CREATE_TIME_, t.ID_, 0, t.SUSPENSION_STATE_, t.ASSIGNEE_, t.NAME_, t.PRIORITY_,
    t.DUE_DATE_, t.FOLLOW_UP_DATE_, e.BUSINESS_KEY_
FROM ACT_RU_TASK t JOIN ACT_RU_VARIABLE v ON v.EXECUTION_ID_ = t.PROC_INST_ID_ AND v.NAME_ = 'labCode'
    AND v.TASK_ID_ IS NULL
LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_
WHERE t.ASSIGNEE_ IS NOT NULL AND v.TEXT_ IS NOT NULL AND (SELECT COUNT(l.GROUP_ID_) FROM ACT_RU_IDENTITYLINK l
    WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate') = 0;
