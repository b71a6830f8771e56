package org.jianzheng.manualentry;

import java.time.Instant;

/** A record whose forces were typed, in the list of them. */
public record EntryLine(
        String recordNo,
        String caseId,
        String labCode,
        String item,
        String sampleNo,
        EntryGround ground,
        String reference,
        String testerName,
        Instant at) {}
