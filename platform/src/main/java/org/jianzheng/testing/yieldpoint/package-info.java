/** Correcting where a bar yields: picked on its curve, agreed to by a second person (6.2.4). */
package org.jianzheng.testing.yieldpoint;
