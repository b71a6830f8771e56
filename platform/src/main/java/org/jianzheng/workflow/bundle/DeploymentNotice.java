package org.jianzheng.workflow.bundle;

import java.util.List;

/**
 * Why the diagrams that run are not those of the program.
 *
 * @param code key of the message: {@code workflow.bundle.replaced} or {@code workflow.bundle.broken}
 * @param problems what is wrong, a line each, in Chinese; or the deployments that were replaced
 */
public record DeploymentNotice(String code, List<String> problems) {

    public DeploymentNotice {
        problems = List.copyOf(problems);
    }
}
