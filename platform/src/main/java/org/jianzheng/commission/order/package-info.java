/** What an order says: read from its form, checked against the folder of its item and the editions of the standards. */
@NamedInterface("order")
package org.jianzheng.commission.order;

import org.springframework.modulith.NamedInterface;
