/** Stands on every path of the engine's web applications. */
package org.jianzheng.workflow.enginefilter;
