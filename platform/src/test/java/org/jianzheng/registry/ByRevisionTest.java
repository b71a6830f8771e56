package org.jianzheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node keeps of the registries is never older than their revision, and never what may still be undone. */
class ByRevisionTest {

    private final RegistryRevision revision = mock(RegistryRevision.class);
    private final Map<String, String> registered = new HashMap<>(Map.of("BJ01", "in force"));
    private final ByRevision<String, String> kept = new ByRevision<>(revision, keys -> {
        Map<String, String> found = new HashMap<>(registered);
        found.keySet().retainAll(keys);
        return found;
    });

    @BeforeEach
    void theFirstRevision() {
        when(revision.stamp()).thenReturn("first");
        assertThat(kept.of("BJ01")).hasValue("in force");
    }

    @Test
    void anotherNodesChangeIsSeenWithItsRevision() {
        registered.put("BJ01", "suspended");
        assertThat(kept.of("BJ01")).hasValue("in force");
        when(revision.stamp()).thenReturn("second");
        assertThat(kept.of("BJ01")).hasValue("suspended");
    }

    @Test
    void whatWentIsGoneWithTheNextRevision() {
        registered.clear();
        when(revision.stamp()).thenReturn("second");
        assertThat(kept.of("BJ01")).isEmpty();
    }

    @Test
    void whoeverChangesThemReadsTheirOwnAndLeavesNothingToOthers() {
        registered.put("BJ01", "not committed");
        when(revision.isChangedHere()).thenReturn(true);
        assertThat(kept.of("BJ01")).hasValue("not committed");

        registered.put("BJ01", "in force");
        when(revision.isChangedHere()).thenReturn(false);
        assertThat(kept.of("BJ01")).hasValue("in force");
    }

    @Test
    void whatWasNotRegisteredIsAskedForAgain() {
        assertThat(kept.of("BJ02")).isEmpty();
        registered.put("BJ02", "in force");
        assertThat(kept.of("BJ02")).hasValue("in force");
    }
}
