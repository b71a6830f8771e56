package org.jianzheng.workflow.bundle;

import org.camunda.bpm.engine.ProcessEngineException;

/** Diagrams or forms that do not fit are not deployed; the message lists everything that is wrong. */
class BrokenBundle extends ProcessEngineException {

    BrokenBundle(String message) {
        super(message);
    }
}
