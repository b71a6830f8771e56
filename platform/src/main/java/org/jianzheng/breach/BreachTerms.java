package org.jianzheng.breach;

/** What the station's table says about a breach: least sanction, working days, whom it is reported to. */
record BreachTerms(
        int repeats, BreachSanction minimum, int explainDays, int correctDays, int appealDays, boolean informAdmin) {}
