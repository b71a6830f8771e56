package org.jianzheng.workflow.form;

import java.util.List;

/**
 * Forms that are deployed in the bundle beside the files of {@code forms/}. Every bean of this kind is asked at each start;
 * what it gives is part of the bundle's hash, so the same data must give the same text, and other data deploys a new bundle.
 * Implemented above; a bean needs nothing that a database or the engine brings.
 */
public interface ComposedForms {

    /** Name of the frame they are made from: {@code record} for the file {@code forms/<module>/record.form}. */
    String frame();

    /** Each id begins with the frame's name and a hyphen. */
    List<ComposedForm> forms();
}
