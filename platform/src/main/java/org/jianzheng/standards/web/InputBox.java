package org.jianzheng.standards.web;

import java.util.List;

/**
 * One box to fill in.
 *
 * @param path the input's path, which is the parameter's name too, such as {@code specimens[0].maxForceKn}
 * @param options values and words of a select; empty for a typed value
 * @param bad whether the refused value stands here
 */
record InputBox(String path, String value, List<Option> options, String label, boolean bad) {

    record Option(String value, String word) {}
}
