package org.jianzheng.manualentry;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jianzheng.registry.MachineKind;

/**
 * A force that somebody is about to type.
 *
 * @param parameter of the item, {@code compressive}
 * @param kinds of machines that measure it
 * @param machines codes of those that were ordered for the test
 * @param tester user name
 * @param testedAt when the test began, as the record says
 */
public record TypedForce(
        String labCode,
        String item,
        String parameter,
        Set<MachineKind> kinds,
        List<String> machines,
        String tester,
        Instant testedAt) {}
