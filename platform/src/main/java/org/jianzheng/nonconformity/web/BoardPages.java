package org.jianzheng.nonconformity.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.nonconformity.Nonconformity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the station's people look at first in the morning: failing reports and breaches of qualification. */
@Controller
class BoardPages {

    private static final int BREACHES = 15;

    private final Nonconformity nonconformity;
    private final Breaches breaches;
    private final DisplayNames names;
    private final Clock clock;

    BoardPages(Nonconformity nonconformity, Breaches breaches, DisplayNames names, Clock clock) {
        this.nonconformity = nonconformity;
        this.breaches = breaches;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/board")
    String board(@RequestParam(required = false) Integer pressed, Model model) {
        model.addAttribute("board", nonconformity.board());
        var standing = breaches.standing(BREACHES);
        model.addAttribute("breaches", standing);
        model.addAttribute("labs", labs(standing.next()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("pressed", pressed);
        return "nonconformity/board";
    }

    private Map<String, String> labs(List<BreachView> lines) {
        return lines.stream()
                .map(BreachView::labCode)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> names.employer("labs/" + code)));
    }

    @PostMapping("/board/reminders")
    String press(@RequestParam(defaultValue = "") List<String> reportNo) {
        return "redirect:/board?pressed=" + nonconformity.press(reportNo);
    }
}
