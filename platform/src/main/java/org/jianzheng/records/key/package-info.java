/** Keys of the platform and what they sign or mark; hashes. */
package org.jianzheng.records.key;
