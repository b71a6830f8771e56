package org.jianzheng.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.testing.recording.AgeExemption;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Component;

/** The demonstration and most tests go through a case in one sitting. A test may say that its own specimens have to wait. */
@Component
public class SpecimensOfAnyAge implements AgeExemption {

    /** For a platform that takes no test classes of itself. */
    public static void applyTo(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(SpecimensOfAnyAge.class);
    }

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    public void mustWait(String caseId) {
        waiting.add(caseId);
    }

    @Override
    public boolean holds(String caseId) {
        return !waiting.contains(caseId);
    }
}
