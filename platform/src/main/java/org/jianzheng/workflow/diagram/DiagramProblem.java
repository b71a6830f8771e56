package org.jianzheng.workflow.diagram;

import java.util.Arrays;

/**
 * What is wrong with a diagram or a form.
 *
 * @param resource file of the deployment
 * @param element id of the element, or the file itself
 * @param code key of the message {@code workflow.check.<code>}
 */
public record DiagramProblem(String resource, String element, String code, Object... arguments) {

    /** For logs and tests; people get the message. */
    @Override
    public String toString() {
        return resource + " #" + element + ": " + code + " " + Arrays.toString(arguments);
    }
}
