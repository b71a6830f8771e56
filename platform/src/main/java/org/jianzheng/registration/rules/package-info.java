/** What must hold of an entry, beside what is registered. */
package org.jianzheng.registration.rules;
