package org.jianzheng.workflow.diagram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.workflow.diagram.Node.Exit;

/**
 * A process or a sub-process as a case goes through it.
 *
 * @param begins exits of each start event
 * @param targets where the flows lead, by id
 * @param slow flows that are another transaction's
 * @param events sub-processes that begin by an event, and whether it ends what runs beside them
 */
record Graph(
        String file,
        List<List<Exit>> begins,
        Map<String, Node> nodes,
        Map<String, Node> targets,
        Set<String> slow,
        Map<Node, Boolean> events) {

    boolean waits(String flow) {
        return slow.contains(flow) || targets.get(flow).waits();
    }
}
