package org.jianzheng.credit;

/** What anybody may know of a laboratory's credit. */
public record PublicGrade(String code, String name, String grade) {}
