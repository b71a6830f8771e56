package probe;

import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Milestone;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** Steps of a short chain, for diagrams that are walked and never run. */
@ProcessSteps("mile")
public class MilestoneSteps {

    @Gives(Milestone.ACCEPTED)
    public void accept() {}

    @Gives(Milestone.TAKEN)
    public void take() {}

    @Needs(Milestone.TAKEN)
    @Gives(Milestone.WITNESSED)
    public void witness() {}

    @Needs(Milestone.WITNESSED)
    @Gives(on = "true", value = Milestone.RECEIVED)
    public boolean receive() {
        return true;
    }

    @Needs({Milestone.ACCEPTED, Milestone.RECEIVED})
    public void test() {}
}
