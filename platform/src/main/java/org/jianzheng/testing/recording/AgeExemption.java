package org.jianzheng.testing.recording;

/**
 * Specimens that need not wait until they are of age. Only demonstrations and tests, which go through a case in one sitting,
 * bring one: the platform as it is delivered holds none, and no setting of it is one.
 */
@FunctionalInterface
public interface AgeExemption {

    boolean holds(String caseId);
}
