package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jianzheng.identity.WorkNumbers.Standing;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A number at a shared terminal names one person of the laboratory, or nobody. */
@Clause("5.3.2.3")
class WorkNumbersTest {

    private static final Person ZHANG = person("zhang", "BJ01", "1002");
    private static final Person HAN = person("han", "BJ01", "1003");
    private static final Person ELSEWHERE = person("hou", "BJ03", "1002");

    private final Identity identity = new Identity();

    @Test
    void aNumberThatOnlyOnePersonOfTheLaboratoryHasNamesThem() {
        assertThat(as(ZHANG, () -> realm(ZHANG, HAN, ELSEWHERE).named().workNumber()))
                .isEqualTo("1002");
        as(ZHANG, () -> {
            realm(ZHANG, HAN, ELSEWHERE).requireOwn(" 1002 ");
            return null;
        });
    }

    @Test
    void whomTheirNumberNamesHasToSayIt() {
        assertThat(refusal(ZHANG, "", ZHANG, HAN)).isEqualTo("identity.workNumber.missing");
    }

    @Test
    void theNumberOfAColleagueIsRefusedAndSaysWho() {
        assertThat(refusal(ZHANG, "1003", ZHANG, HAN)).isEqualTo("identity.workNumber.other");
        assertThat(as(ZHANG, () -> realm(ZHANG, HAN).holder("1003"))).contains(HAN);
    }

    @Test
    void aNumberOfAnotherLaboratoryNamesNobodyHere() {
        Person stranger = person("hou", "BJ03", "1009");
        assertThat(refusal(ZHANG, "1009", ZHANG, stranger)).isEqualTo("identity.workNumber.unknown");
        assertThat(as(ZHANG, () -> realm(ZHANG, stranger).holder("1009"))).isEmpty();
    }

    @Test
    void aNumberThatTwoHaveProvesNothingOfEither() {
        Person twin = person("twin", "BJ01", "1002");
        WorkNumbers both = realm(ZHANG, twin);
        assertThat(as(ZHANG, both::standing)).isEqualTo(Standing.SHARED);
        assertThat(as(ZHANG, () -> both.named().workNumber())).isEmpty();
        assertThat(as(HAN, () -> both.holder("1002"))).isEmpty();
    }

    @Test
    void whereTheAccountSaysNoneOrTheRealmIsSilentNothingIsProved() {
        Person numberless = person("zhang", "BJ01", "");
        assertThat(as(numberless, () -> realm(ZHANG).standing())).isEqualTo(Standing.NONE);
        WorkNumbers silent = of(number -> {
            throw new IllegalStateException("The realm is away");
        });
        assertThat(as(ZHANG, silent::standing)).isEqualTo(Standing.UNCHECKED);
        assertThat(as(ZHANG, () -> silent.holder("1003"))).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsNoNumberIsNotAskedFor() {
        WorkNumbers strict = of(number -> {
            throw new AssertionError("Asked for " + number);
        });
        assertThat(as(ZHANG, () -> strict.holder("1003 username:admin"))).isEmpty();
    }

    private String refusal(Person acting, String typed, Person... all) {
        RuleBroken[] refused = new RuleBroken[1];
        as(acting, () -> {
            assertThatThrownBy(() -> realm(all).requireOwn(typed))
                    .isInstanceOfSatisfying(RuleBroken.class, e -> refused[0] = e);
            return null;
        });
        assertThat(refused[0].field()).contains("workNumber");
        return refused[0].code();
    }

    private <T> T as(Person person, Supplier<T> work) {
        return identity.as(person, work);
    }

    private WorkNumbers realm(Person... people) {
        return of(number -> List.of(people).stream()
                .filter(one -> one.workNumber().equals(number))
                .toList());
    }

    private WorkNumbers of(WorkNumberHolders holders) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("holders", holders);
        return new WorkNumbers(identity, beans.getBeanProvider(WorkNumberHolders.class));
    }

    private static Person person(String username, String lab, String number) {
        return new Person(username, username, Set.of("labs/" + lab + "/tester"), number);
    }
}
