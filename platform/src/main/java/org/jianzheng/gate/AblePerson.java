package org.jianzheng.gate;

/** Somebody who may act in a role. @param certificateNo of that role */
public record AblePerson(String username, String name, String certificateNo) {}
