/** What will not be valid for much longer: told 90, 30 and 7 days before. */
package org.jianzheng.breach.expiry;
