package org.jianzheng.qualification.breach;

/** What the station's table says about a breach: least sanction, working days, whom it is reported to. */
record Terms(int repeats, Sanction minimum, int explainDays, int correctDays, int appealDays, boolean informAdmin) {}
