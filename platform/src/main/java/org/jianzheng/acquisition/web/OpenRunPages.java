package org.jianzheng.acquisition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.identity.Presence;
import org.jianzheng.identity.WorkNumbers;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Opening a run: scan the specimen, see what is to be tested, pick the machine. */
@Controller
class OpenRunPages {

    private static final String MARK_PATH = "/s/";

    private final Acquisition acquisition;
    private final Presence presence;
    private final WorkNumbers workNumbers;
    private final MessageSource messages;

    OpenRunPages(Acquisition acquisition, Presence presence, WorkNumbers workNumbers, MessageSource messages) {
        this.acquisition = acquisition;
        this.presence = presence;
        this.workNumbers = workNumbers;
        this.messages = messages;
    }

    @GetMapping("/runs/new")
    String scan(
            @RequestParam(defaultValue = "") String mark, Locale locale, Model model, HttpServletResponse response) {
        return page(new Asked(mark, "", "", ""), null, locale, model, response);
    }

    @PostMapping("/runs")
    String open(
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String equipment,
            @RequestParam(defaultValue = "") String workNumber,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(mark, method, equipment, workNumber);
        try {
            return "redirect:/runs/"
                    + acquisition
                            .openAtTerminal(asked.code(), method, equipment, workNumber)
                            .id();
        } catch (RuleBroken refused) {
            return page(asked, refused, locale, model, response);
        }
    }

    /**
     * What was typed or picked.
     *
     * @param mark as a scanner types it: the code, or the whole address that the sheet of marks carries
     */
    record Asked(String mark, String method, String equipment, String workNumber) {

        String code() {
            String typed = mark.strip();
            return typed.substring(typed.lastIndexOf(MARK_PATH) < 0 ? 0 : typed.lastIndexOf(MARK_PATH) + 3);
        }
    }

    private String page(Asked asked, RuleBroken refused, Locale locale, Model model, HttpServletResponse response) {
        RuleBroken wrong = refused;
        if (!asked.code().isEmpty()) {
            try {
                model.addAttribute("piece", acquisition.awaited(asked.code()));
            } catch (RuleBroken unknown) {
                wrong = RuleBroken.at("specimen", unknown.code(), unknown.arguments());
            }
        }
        if (wrong != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", messages.getMessage(wrong.code(), wrong.arguments(), locale));
            model.addAttribute("wrongField", wrong.field().orElse(""));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("present", presence.isProved());
        model.addAttribute("number", workNumbers.standing());
        model.addAttribute(
                "other",
                wrongNumber(wrong) ? workNumbers.holder(asked.workNumber()).orElse(null) : null);
        model.addAttribute("returnTo", hereWith(asked));
        model.addAttribute("minutes", Presence.LASTS.toMinutes());
        model.addAttribute("stepUp", presence.address(hereWith(asked)));
        return "acquisition/new";
    }

    private static boolean wrongNumber(RuleBroken wrong) {
        return wrong != null && wrong.field().filter("workNumber"::equals).isPresent();
    }

    private static String hereWith(Asked asked) {
        return UriComponentsBuilder.fromPath("/runs/new")
                .queryParam("mark", "{mark}")
                .encode()
                .build(asked.code())
                .toString();
    }
}
