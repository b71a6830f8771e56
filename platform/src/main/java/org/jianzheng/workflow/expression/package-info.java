/** What an expression of a diagram can see: variables as plain values, Steps, and nothing else. */
package org.jianzheng.workflow.expression;
