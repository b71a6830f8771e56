package org.jianzheng.environment;

/** A sample that lies in a laboratory and waits for its test. */
public record StoredSample(String caseId, String sampleNo) {}
