/** What phones sign and send: kept as it came, and completed as the task's form would be. */
package org.jianzheng.sampling.phone.record;
