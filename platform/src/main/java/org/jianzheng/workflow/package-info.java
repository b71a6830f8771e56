/**
 * The only module that knows the process engine: it starts cases, completes tasks, decides what an expression may reach
 * and what a browser may send, checks the diagrams and deploys them. The others see ids, plain values and
 * {@link org.jianzheng.workflow.Processes}.
 */
@ApplicationModule(allowedDependencies = {"identity", "records :: ledger", "records :: transaction"})
package org.jianzheng.workflow;

import org.springframework.modulith.ApplicationModule;
