/** What a laboratory hands in to explain a breach or to prove its correction. */
package org.jianzheng.breach.evidence;
