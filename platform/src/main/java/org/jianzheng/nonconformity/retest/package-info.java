/** Re-tests of failing reports: which may be ordered, and what they said. */
package org.jianzheng.nonconformity.retest;
