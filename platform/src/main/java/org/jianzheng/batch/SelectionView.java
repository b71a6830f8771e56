package org.jianzheng.batch;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.Paged;

/**
 * A choice as it is shown.
 *
 * @param page the groups of this page, each with what the choice makes of it
 * @param works unit works that the batch has groups of
 * @param evaluatedIn by report, the number of the standing evaluation that counts it
 * @param superseded evaluations whose place this one would take
 */
public record SelectionView(
        BatchSelection selection,
        Paged<BatchSelection.Chosen> page,
        List<String> works,
        Map<String, String> evaluatedIn,
        List<String> superseded) {}
