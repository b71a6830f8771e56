package org.jianzheng.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * What the station permits of an input.
 *
 * @param today permitted today
 * @param ahead changes that have yet to take effect
 */
public record PermissionView(OpenPoint point, LocalDate day, List<String> today, List<PermissionChange> ahead) {}
