/**
 * Smart checks: one small rule each over a run, switched and limited in {@code acquisition/smart-checks.csv}. A finding is
 * a warning that people explain and the station decides; no rule changes a result.
 */
@NamedInterface("check")
package org.jianzheng.acquisition.check;

import org.springframework.modulith.NamedInterface;
