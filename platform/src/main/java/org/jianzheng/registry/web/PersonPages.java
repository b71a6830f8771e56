package org.jianzheng.registry.web;

import java.time.Clock;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Member;
import org.jianzheng.registry.Registry;
import org.jianzheng.registry.personal.Revealing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person of the registry. Numbers in full are asked for with a reason, one person at a time. */
@Controller
class PersonPages {

    private final Registry registry;
    private final Revealing revealing;
    private final Clock clock;

    PersonPages(Registry registry, Revealing revealing, Clock clock) {
        this.registry = registry;
        this.revealing = revealing;
        this.clock = clock;
    }

    @GetMapping("/people/{username}")
    String person(@PathVariable String username, Model model) {
        Member person = registry.colleague(username);
        model.addAttribute("member", person);
        model.addAttribute("mayReveal", revealing.mayReveal(person.employer()));
        model.addAttribute("today", CityTime.today(clock));
        return "registry/person";
    }

    @PostMapping("/people/{username}/numbers")
    String numbers(@PathVariable String username, @RequestParam(defaultValue = "") String reason, Model model) {
        model.addAttribute("numbers", revealing.reveal(username, reason));
        return "registry/person :: numbers";
    }
}
