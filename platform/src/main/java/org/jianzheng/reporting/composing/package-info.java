/** What a report says: worded from the modules before it, and its canonical content. */
package org.jianzheng.reporting.composing;
