package org.jianzheng.qualification.web;

import java.time.Clock;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.qualification.Member;
import org.jianzheng.qualification.Qualification;
import org.jianzheng.qualification.personal.Revealing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person of the registry. Numbers in full are asked for with a reason, one person at a time. */
@Controller
class PersonPages {

    private final Qualification qualification;
    private final Revealing revealing;
    private final Clock clock;

    PersonPages(Qualification qualification, Revealing revealing, Clock clock) {
        this.qualification = qualification;
        this.revealing = revealing;
        this.clock = clock;
    }

    @GetMapping("/people/{username}")
    String person(@PathVariable String username, Model model) {
        Member person = qualification.colleague(username);
        model.addAttribute("member", person);
        model.addAttribute("mayReveal", revealing.mayReveal(person.employer()));
        model.addAttribute("today", CityTime.today(clock));
        return "qualification/person";
    }

    @PostMapping("/people/{username}/numbers")
    String numbers(@PathVariable String username, @RequestParam(defaultValue = "") String reason, Model model) {
        model.addAttribute("numbers", revealing.reveal(username, reason));
        return "qualification/person :: numbers";
    }
}
