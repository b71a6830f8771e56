/**
 * The lists of open tasks. The engine answers what one person may see by going through all tasks and all rights; here every
 * reader has rows of their own, kept in the transaction that changes the task, and the engine's own queries are answered
 * from them where a person asks.
 */
package org.jianzheng.workflow.opentask;
