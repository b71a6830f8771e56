/** The book of every official change, its Merkle tree with signed checkpoints, and the checks that read both back. */
@NamedInterface("ledger")
package org.jianzheng.records.ledger;

import org.springframework.modulith.NamedInterface;
