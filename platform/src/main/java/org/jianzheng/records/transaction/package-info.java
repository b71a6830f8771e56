/** What lasts as long as a transaction of the database. */
@NamedInterface("transaction")
package org.jianzheng.records.transaction;

import org.springframework.modulith.NamedInterface;
