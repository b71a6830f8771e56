package org.jianzheng.batch;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.Paged;

/**
 * A choice as it is shown.
 *
 * @param works unit works that the batch has groups of
 * @param evaluatedIn by report, the number of the standing evaluation that counts it
 * @param superseded evaluations whose place this one would take
 */
public record SelectionView(
        BatchSelection selection, List<String> works, Map<String, String> evaluatedIn, List<String> superseded) {

    /** Some of the groups, each with what the choice makes of it. */
    public Paged<BatchSelection.Chosen> page(int page, int size) {
        return Paged.of(selection.groups(), page, size);
    }
}
