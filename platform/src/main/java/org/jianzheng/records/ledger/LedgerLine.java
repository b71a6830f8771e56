package org.jianzheng.records.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the ledger as people and proofs read it.
 *
 * @param position its place in the tree from 0, or null while it waits for one
 * @param at UTC, microseconds
 * @param reason or null
 * @param contentHash SHA-256 of salt and content, in hex
 */
public record LedgerLine(
        UUID id,
        Long position,
        Instant at,
        String actor,
        String actorName,
        String action,
        String subject,
        String caseId,
        String reason,
        String contentHash) {}
