package org.jianzheng.manualentry;

import org.jianzheng.identity.Person;

/** A record that was just made, with forces that were typed. */
public record EnteredRecord(String recordNo, String caseId, String labCode, String item, String sampleNo, Person by) {}
