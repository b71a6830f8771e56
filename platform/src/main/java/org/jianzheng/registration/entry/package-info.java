/** What can be applied for: the kinds of entries with their fields, read from what was typed and told in words. */
package org.jianzheng.registration.entry;
