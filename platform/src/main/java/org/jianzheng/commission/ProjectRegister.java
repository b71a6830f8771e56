package org.jianzheng.commission;

import java.util.List;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Names;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.Paged;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** The projects registered with the station: all of them for the station, else those the reader's employer takes part in. */
@Component
class ProjectRegister {

    private static final List<String> SEARCHED = List.of("code", "name", "address", "supervisionRegNo");

    private final Projects projects;
    private final Identity identity;
    private final Names names;

    ProjectRegister(Projects projects, Identity identity, Names names) {
        this.projects = projects;
        this.identity = identity;
        this.names = names;
    }

    Paged<ProjectLine> list(String search, int page, int size) {
        Page<Project> found = projects.findAll(
                within(identity.scope()).and(Containing.text(search, SEARCHED)),
                PageRequest.of(page, size, Sort.by("code")));
        return new Paged<>(found.map(this::line).getContent(), found.getTotalElements());
    }

    // A laboratory is a party of cases, not of projects.
    private static Specification<Project> within(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> (root, query, builder) -> builder.conjunction();
            case DEVELOPER -> ofParty("developerCode", scope);
            case CONTRACTOR -> ofParty("contractorCode", scope);
            case SUPERVISION -> ofParty("supervisionCode", scope);
            case LAB, NONE -> (root, query, builder) -> builder.disjunction();
        };
    }

    private static Specification<Project> ofParty(String column, Scope scope) {
        return (root, query, builder) -> builder.equal(root.get(column), scope.code());
    }

    private ProjectLine line(Project project) {
        CaseParties parties = project.partiesWith(null);
        return new ProjectLine(
                project.code(),
                project.name(),
                project.address(),
                project.supervisionRegNo(),
                project.permitNo(),
                names.employer("developers/" + parties.developerCode()),
                names.employer("contractors/" + parties.contractorCode()),
                names.employer("supervision/" + parties.supervisionCode()));
    }
}
