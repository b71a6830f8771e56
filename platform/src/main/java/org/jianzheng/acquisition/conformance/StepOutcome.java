package org.jianzheng.acquisition.conformance;

/**
 * How a step of a trial went.
 *
 * @param detail for the machine's maker, English as the contract is; empty where there is nothing to say
 */
public record StepOutcome(boolean passed, String detail) {

    static final StepOutcome PASSED = new StepOutcome(true, "");

    static StepOutcome failed(String detail) {
        return new StepOutcome(false, detail);
    }
}
