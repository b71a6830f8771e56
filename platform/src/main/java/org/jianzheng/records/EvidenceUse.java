package org.jianzheng.records;

import java.util.List;

/** Says which records rest on an evidence file; each module that keeps files has one. */
public interface EvidenceUse {

    /** Ledger subjects of the records that hold this file, a few of them: {@code report:BJ01-BG-2026-00001}. */
    List<String> subjects(String sha256);
}
