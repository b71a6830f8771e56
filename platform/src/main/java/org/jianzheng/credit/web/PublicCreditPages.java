package org.jianzheng.credit.web;

import java.time.Clock;
import org.jianzheng.credit.Credit;
import org.jianzheng.kernel.CityTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The grades of laboratories, for anybody who is about to commission a test. */
@Controller
class PublicCreditPages {

    private final Credit credit;
    private final Clock clock;

    PublicCreditPages(Credit credit, Clock clock) {
        this.credit = credit;
        this.clock = clock;
    }

    @GetMapping("/public/credit")
    String grades(Model model) {
        model.addAttribute("day", CityTime.today(clock));
        model.addAttribute("grades", credit.publicGrades());
        model.addAttribute("bands", credit.bands());
        return "credit/public";
    }
}
