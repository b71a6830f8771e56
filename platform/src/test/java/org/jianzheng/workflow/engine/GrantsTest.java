package org.jianzheng.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jianzheng.identity.Person;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist sends half a dozen requests at once when somebody of a new firm first opens it, and not all to one node. */
@PlatformTest
class GrantsTest {

    private static final int REQUESTS = 8;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ActingPerson acting;

    private String group;
    private Person newcomer;

    @BeforeEach
    void somebodyOfANewFirm() {
        group = "developers/" + UUID.randomUUID() + "/commissioner";
        newcomer = new Person("newcomer", "新委托人", Set.of(group));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void requestsAtOnceGrantANewGroupOnceAndNoneFails(int nodes) throws Exception {
        List<Grants> grants = IntStream.range(0, nodes)
                .mapToObj(node -> new Grants(authorizations, repository, acting))
                .toList();
        List<Callable<Void>> requests = IntStream.range(0, REQUESTS)
                .<Callable<Void>>mapToObj(request -> () -> {
                    grants.get(request % nodes).make(newcomer);
                    return null;
                })
                .toList();
        AtOnce.all(requests);

        assertThat(authorizations.createAuthorizationQuery().groupIdIn(group).list())
                // Each once.
                .extracting(Authorization::getResourceId)
                .containsExactlyInAnyOrder("commission-case", "registration");
        assertThat(authorizations.createAuthorizationQuery().groupIdIn(group).list())
                .allSatisfy(right -> {
                    assertThat(right.getResourceType()).isEqualTo(Resources.PROCESS_DEFINITION.resourceType());
                    assertThat(right.isPermissionGranted(Permissions.CREATE_INSTANCE))
                            .isTrue();
                });
    }
}
