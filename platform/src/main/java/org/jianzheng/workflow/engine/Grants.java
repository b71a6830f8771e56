package org.jianzheng.workflow.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jianzheng.identity.Person;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The engine's permissions, made sure of at every start. Rights on a task come with the task, for its candidates; who may
 * start a process is written in its diagram ({@code candidateStarterGroups="developers/*&#47;commissioner"}) and granted to
 * each such group when somebody of it first turns up, because developers come and go.
 */
@Component
public class Grants implements SmartInitializingSingleton {

    static final String ADMINS = "camunda-admin";

    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final ActingPerson acting;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Of a definition, which never change. */
    private final Map<String, Set<String>> starters = new ConcurrentHashMap<>();

    Grants(AuthorizationService authorizations, RepositoryService repository, ActingPerson acting) {
        this.authorizations = authorizations;
        this.repository = repository;
        this.acting = acting;
    }

    @Override
    public void afterSingletonsInstantiated() {
        acting.asPlatform(() -> {
            everybody();
            administrators();
            return null;
        });
    }

    private void everybody() {
        grant(null, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(null, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(null, Resources.FILTER, ANY, Permissions.READ);
        grant(null, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        // Counts only together with the right to start the definition.
        grant(null, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        // Names beside tasks; the engine filter lets nobody list people.
        grant(null, Resources.USER, ANY, Permissions.READ);
        grant(null, Resources.GROUP, ANY, Permissions.READ);
    }

    /** That cases run and where they stand or have failed; not what is in them. What earlier releases granted is taken back. */
    private void administrators() {
        List<Right> rights = List.of(
                new Right(Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                new Right(Resources.DEPLOYMENT, ANY, Permissions.READ),
                new Right(Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                new Right(Resources.BATCH, ANY, Permissions.READ),
                new Right(
                        Resources.PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.SUSPEND,
                        ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                        ProcessDefinitionPermissions.RETRY_JOB),
                new Right(
                        Resources.PROCESS_INSTANCE,
                        ANY,
                        ProcessInstancePermissions.READ,
                        ProcessInstancePermissions.SUSPEND,
                        ProcessInstancePermissions.RETRY_JOB));
        for (Authorization kept :
                authorizations.createAuthorizationQuery().groupIdIn(ADMINS).list()) {
            if (rights.stream().noneMatch(right -> right.isAll(kept))) {
                authorizations.deleteAuthorization(kept.getId());
            }
        }
        rights.forEach(right -> grant(ADMINS, right.resource(), right.id(), right.permissions()));
    }

    private record Right(Resource resource, String id, Permission... permissions) {

        /** Whether that grants exactly this. */
        boolean isAll(Authorization kept) {
            int bits = Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
            return kept.getResourceType() == resource.resourceType()
                    && kept.getResourceId().equals(id)
                    && ((AuthorizationEntity) kept).getPermissions() == bits;
        }
    }

    /** Gives the groups of this person the right to start what the newest diagrams let them start. */
    public synchronized void make(Person person) {
        if (seen.containsAll(person.groups())) {
            return;
        }
        acting.asPlatform(() -> {
            starters().forEach((process, patterns) -> person.groups().stream()
                    .filter(group -> patterns.stream().anyMatch(pattern -> matches(pattern, group)))
                    .forEach(
                            group -> grant(group, Resources.PROCESS_DEFINITION, process, Permissions.CREATE_INSTANCE)));
            return null;
        });
        seen.addAll(person.groups());
    }

    private Map<String, Set<String>> starters() {
        Map<String, Set<String>> newest = new TreeMap<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            newest.put(process.getKey(), starters.computeIfAbsent(process.getId(), this::startersOf));
        }
        return newest;
    }

    private Set<String> startersOf(String definition) {
        return repository.getIdentityLinksForProcessDefinition(definition).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** A star stands for one step of a path. */
    static boolean matches(String pattern, String group) {
        String[] wanted = pattern.split("/", -1);
        String[] steps = group.split("/", -1);
        boolean fits = wanted.length == steps.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].equals("*") ? !steps[i].isBlank() : wanted[i].equals(steps[i]);
        }
        return fits;
    }

    /** @param group null for everybody */
    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization found = find(group, resource, id);
        if (holds(found, permissions)) {
            return;
        }
        Authorization right = found != null ? found : fresh(group, resource, id);
        right.setPermissions(permissions);
        try {
            authorizations.saveAuthorization(right);
        } catch (ProcessEngineException anotherNodeWasFaster) {
            if (!holds(find(group, resource, id), permissions)) {
                throw anotherNodeWasFaster;
            }
        }
    }

    private Authorization find(String group, Resource resource, String id) {
        var query =
                authorizations.createAuthorizationQuery().resourceType(resource).resourceId(id);
        return (group == null ? query.authorizationType(AUTH_TYPE_GLOBAL) : query.groupIdIn(group)).singleResult();
    }

    private static boolean holds(Authorization right, Permission... permissions) {
        return right != null && Arrays.stream(permissions).allMatch(right::isPermissionGranted);
    }

    private Authorization fresh(String group, Resource resource, String id) {
        Authorization right = authorizations.createNewAuthorization(group == null ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT);
        if (group != null) {
            right.setGroupId(group);
        }
        right.setResource(resource);
        right.setResourceId(id);
        return right;
    }
}
