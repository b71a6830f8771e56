package org.jianzheng.commission;

import java.time.Clock;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.springframework.stereotype.Component;

/** The registered project that an order names: tests are commissioned for those that run, by those who take part. */
@Component
class ProjectOfOrder {

    private final Projects projects;
    private final Clock clock;

    ProjectOfOrder(Projects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** @throws RuleBroken when there is none, it has ended or stands still, or the employer takes no part in it */
    CaseParties parties(CommissionRequest request, String employer, String lab) {
        Project project = running(request);
        if (!project.involves(employer)) {
            throw unknown(request);
        }
        return project.partiesWith(lab);
    }

    /** Before it is accepted: the project may have ended or changed its parties since the order was written. */
    void ensureSame(Commission commission) {
        Project project = running(commission.request());
        if (!project.hasStill(commission.parties())) {
            throw new RuleBroken("commission.project.changed", project.name());
        }
    }

    // What failed is tested again until it is settled, also when the project has ended meanwhile.
    private Project running(CommissionRequest request) {
        Project project = projects.find(request.projectCode())
                .filter(found -> found.code().equals(request.projectCode()))
                .orElseThrow(() -> unknown(request));
        if (request.retestOf() == null) {
            requireRunning(project);
        }
        return project;
    }

    private void requireRunning(Project project) {
        switch (project.stateOn(CityTime.today(clock))) {
            case RUNNING -> {
                // It may be tested for.
            }
            case SUSPENDED ->
                throw RuleBroken.at(
                        "projectCode", "commission.project.suspended", project.name(), project.suspendedOn());
            case ENDED ->
                throw RuleBroken.at("projectCode", "commission.project.ended", project.name(), project.endedOn());
        }
    }

    private static RuleBroken unknown(CommissionRequest request) {
        return RuleBroken.at("projectCode", "commission.project.unknown", request.projectCode());
    }
}
