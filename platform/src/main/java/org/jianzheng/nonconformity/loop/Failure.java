package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What was found, as the register prints it.
 *
 * @param parameters judged items that failed, joined by 、
 * @param required their limits, line by line
 * @param measured what was measured, line by line
 * @param foundAt when the test was concluded
 */
@Embeddable
public record Failure(
        String projectCode, String represents, String parameters, String required, String measured, Instant foundAt) {}
