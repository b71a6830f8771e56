package org.jianzheng.commission;

/** A project to choose from. */
public record ProjectView(String code, String name) {}
