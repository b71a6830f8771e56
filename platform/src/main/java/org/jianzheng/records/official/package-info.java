/**
 * Official records: no change of theirs is committed without an entry in the ledger, and rights of the database user guard
 * what may only be added to.
 */
@NamedInterface("official")
package org.jianzheng.records.official;

import org.springframework.modulith.NamedInterface;
