/** Tasks and steps of cases, as other modules see them. */
@NamedInterface("task")
package org.jianzheng.workflow.task;

import org.springframework.modulith.NamedInterface;
