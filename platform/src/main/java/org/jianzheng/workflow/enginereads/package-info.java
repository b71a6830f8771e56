/** Spares the engine questions to the database whose answers are known, or can be had together with another's. */
package org.jianzheng.workflow.enginereads;
