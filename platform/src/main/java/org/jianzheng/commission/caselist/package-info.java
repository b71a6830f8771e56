/** The list of cases, kept up to date in the transaction of each change. */
@NamedInterface("caselist")
package org.jianzheng.commission.caselist;

import org.springframework.modulith.NamedInterface;
