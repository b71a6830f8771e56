package org.jianzheng.acquisition.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.live.RunningRun;
import org.jianzheng.acquisition.live.RunningRuns;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything that is being tested at this moment: a laboratory's own, for the station the city's; warnings first. */
@Controller
class WallPages {

    private static final int MOST = 120;

    private final RunningRuns running;
    private final RunSight sight;
    private final Warnings warnings;
    private final DisplayNames names;
    private final Clock clock;

    WallPages(RunningRuns running, RunSight sight, Warnings warnings, DisplayNames names, Clock clock) {
        this.running = running;
        this.sight = sight;
        this.warnings = warnings;
        this.names = names;
        this.clock = clock;
    }

    /** @param elapsed null before the machine has begun */
    record Card(RunningRun running, String lab, Duration elapsed, List<WarningView> warnings) {

        /** {@code 1:05} */
        public String time() {
            return elapsed == null ? "—" : "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
        }
    }

    @GetMapping("/runs/wall")
    String wall(HtmxRequest htmx, Model model) {
        List<RunningRun> all = running.seen();
        Map<String, List<WarningView>> waiting =
                warnings
                        .openOf(all.stream()
                                .map(each -> each.run().caseId())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                warning -> warning.subject().id()));
        model.addAttribute("total", all.size());
        model.addAttribute(
                "cards",
                all.stream()
                        .map(each -> card(each, waiting.getOrDefault(each.run().id(), List.of())))
                        .sorted(Comparator.comparing(card -> card.warnings().isEmpty()))
                        .limit(MOST)
                        .toList());
        return htmx.isHtmxRequest() ? "acquisition/wall :: cards" : "acquisition/wall";
    }

    private Card card(RunningRun each, List<WarningView> waiting) {
        var begun = each.run().times().begun();
        return new Card(
                each,
                sight.seesAll() ? names.employer("labs/" + each.run().parties().labCode()) : null,
                begun == null ? null : Duration.between(begun, clock.instant()),
                waiting);
    }
}
