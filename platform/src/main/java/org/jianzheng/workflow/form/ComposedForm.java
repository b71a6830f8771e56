package org.jianzheng.workflow.form;

/**
 * A form that no file holds: a frame with the components of one case in it.
 *
 * @param id {@code record-splice-main}: the frame's name, a hyphen, and what tells it from the frame's other forms
 * @param json the form-js text, deployed as it is
 */
public record ComposedForm(String id, String json) {}
