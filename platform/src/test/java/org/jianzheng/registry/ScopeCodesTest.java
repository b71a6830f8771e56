package org.jianzheng.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jianzheng.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody is certified for: whole items, or single parameters of one. */
class ScopeCodesTest {

    @Test
    void anItemAloneIsAllItsParameters() {
        ScopeCodes whole = ScopeCodes.of("rebar,concrete-cube");

        assertThat(whole.missing("rebar", List.of("tensile", "bend", "reverse-bend", "mass")))
                .isEmpty();
        assertThat(whole.names("weld")).isFalse();
        assertThat(ScopeCodes.of("rebar/tensile,rebar/mass").missing("rebar", List.of("tensile", "bend", "mass")))
                .containsExactly("bend");
    }

    @Test
    void whatIsInAWholeItemIsNotWrittenTwice() {
        assertThat(new ScopeCodes(Set.of("rebar/bend", "rebar", "concrete-cube")).list())
                .isEqualTo("rebar,concrete-cube");
        assertThat(new ScopeCodes(Set.of("rebar/mass", "rebar/bend")).labels())
                .isEqualTo("钢筋力学性能与重量偏差：弯曲、钢筋力学性能与重量偏差：重量偏差");
    }

    @Test
    void certificatesShareWhatBothAreFor() {
        ScopeCodes bend = ScopeCodes.of("rebar/bend");

        assertThat(bend.shares(ScopeCodes.of("rebar"))).isTrue();
        assertThat(ScopeCodes.of("rebar").shares(bend)).isTrue();
        assertThat(bend.shares(ScopeCodes.of("rebar/mass,weld"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void wordsAreUnderstoodAsTheyAreWritten(String code) {
        assertThat(ScopeCodes.said(ScopeCodes.label(code))).isEqualTo(code);
    }

    static List<String> all() {
        return ScopeCodes.all();
    }

    @Test
    void whoTestsAndSignsNeedsEachParameterWhoTakesTheSampleDoesNot() {
        List<ScopeCodes> held = List.of(ScopeCodes.of("rebar/tensile"), ScopeCodes.of("rebar/mass"));

        assertThat(ScopeCodes.suffice(held, Role.TESTER, "rebar", Set.of("tensile", "mass")))
                .isTrue();
        assertThat(ScopeCodes.suffice(held, Role.TESTER, "rebar", Set.of("tensile", "bend")))
                .isFalse();
        assertThat(ScopeCodes.suffice(held, Role.SAMPLER, "rebar", Set.of("tensile", "bend")))
                .isTrue();
        assertThat(ScopeCodes.suffice(held, Role.SAMPLER, "weld", Set.of())).isFalse();
    }
}
