/** Who has to do what by when, and telling them. */
package org.jianzheng.nonconformity.duty;
