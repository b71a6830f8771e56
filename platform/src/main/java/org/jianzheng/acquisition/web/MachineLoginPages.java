package org.jianzheng.acquisition.web;

import org.jianzheng.acquisition.broker.MachineLine;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.kernel.CityTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a machine proves itself by, on the machine's page. A new secret is shown this once. */
@Controller
class MachineLoginPages {

    private static final String VIEW = "acquisition/login :: login";

    private final MachineLogins logins;
    private final MachineLine line;

    MachineLoginPages(MachineLogins logins, MachineLine line) {
        this.logins = logins;
        this.line = line;
    }

    @GetMapping("/equipment/{code}/login")
    String login(@PathVariable String code, Model model) {
        return show(code, null, model);
    }

    @PostMapping("/equipment/{code}/login")
    String renew(@PathVariable String code, Model model) {
        String secret = logins.renew(code);
        line.cutOff(code);
        return show(code, secret, model);
    }

    private String show(String code, String secret, Model model) {
        model.addAttribute("code", code);
        model.addAttribute(
                "since",
                logins.renewed(code)
                        .map(renewed -> CityTime.minute(renewed.at()) + "　" + renewed.by())
                        .orElse(null));
        model.addAttribute("mayRenew", logins.mayRenew(code));
        model.addAttribute("secret", secret);
        return VIEW;
    }
}
