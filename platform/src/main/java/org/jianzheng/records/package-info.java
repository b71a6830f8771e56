/**
 * What makes a record provable: the ledger and its Merkle tree, gapless numbers, evidence files under their SHA-256,
 * laboratories' seals and report tokens, the marks of official rows, and the reading-back of all of them every night. Guards by
 * rights of the database user what may only ever be added to.
 */
@ApplicationModule(allowedDependencies = {"identity", "notice"})
package org.jianzheng.records;

import org.springframework.modulith.ApplicationModule;
