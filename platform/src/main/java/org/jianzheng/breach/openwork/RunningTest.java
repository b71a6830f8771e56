package org.jianzheng.breach.openwork;

/** A test that has been ordered and not yet recorded. */
public record RunningTest(String caseId, String labCode, String item, String tester) {}
