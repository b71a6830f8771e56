package org.jianzheng.nonconformity.register;

import java.util.List;
import java.util.Map;

/**
 * What the register can be filtered by.
 *
 * @param labs names by code
 * @param items names by code
 */
public record RegisterChoices(Map<String, String> labs, List<String> projects, Map<String, String> items) {}
