-- The other orders in which Tasklist is asked for a reader's tasks, with what nearly every question asks besides.
ALTER TABLE workflow_open_task
    ADD KEY workflow_open_task_due (reader, due_at, task_id, suspension, candidate, assignee),
    ADD KEY workflow_open_task_priority (reader, priority, task_id, suspension, candidate, assignee);
