package org.jianzheng.acquisition.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.permit.PermitView;
import org.jianzheng.acquisition.permit.Permits;
import org.jianzheng.acquisition.run.RunList;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Presence;
import org.jianzheng.identity.WorkNumbers;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 离线许可: made, handed to the machine's host, looked at and revoked. */
@Controller
class PermitPages {

    private static final int SIZE = 20;

    private final Permits permits;
    private final RunList runs;
    private final Presence presence;
    private final WorkNumbers workNumbers;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    PermitPages(
            Permits permits,
            RunList runs,
            Presence presence,
            WorkNumbers workNumbers,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.permits = permits;
        this.runs = runs;
        this.presence = presence;
        this.workNumbers = workNumbers;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/permits")
    String list(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> permits.page(at.page(), at.size()));
        model.addAttribute("permits", shown.list());
        model.addAttribute("mayMake", permits.mayMake());
        model.addAttribute("names", names);
        model.addAttribute("now", clock.instant());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "acquisition/permits :: rows" : "acquisition/permits";
    }

    /** What was typed. */
    record Asked(String equipment, String specimens, String from, String until, String workNumber) {

        List<Permits.Wanted> wanted() {
            return specimens
                    .lines()
                    .map(line -> new OpenRunPages.Asked(line, "", "", "").code())
                    .filter(mark -> !mark.isEmpty())
                    .map(mark -> new Permits.Wanted(mark, ""))
                    .toList();
        }

        Instant at(String field) {
            return new FormValues(Map.of("from", from, "until", until))
                    .instant(field)
                    .orElseThrow(() -> RuleBroken.at(field, "kernel.form.empty"));
        }
    }

    @GetMapping("/permits/new")
    String asked(Locale locale, Model model, HttpServletResponse response) {
        String today = CityTime.today(clock).toString();
        return form(new Asked("", "", today + "T08:00", today + "T20:00", ""), null, locale, model, response);
    }

    @PostMapping("/permits")
    String make(
            @RequestParam(defaultValue = "") String equipment,
            @RequestParam(defaultValue = "") String specimens,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String workNumber,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(equipment.strip(), specimens, from, until, workNumber);
        try {
            workNumbers.requireOwn(workNumber);
            return "redirect:/permits/"
                    + permits.make(asked.equipment(), asked.wanted(), asked.at("from"), asked.at("until"))
                            .id();
        } catch (RuleBroken refused) {
            return form(asked, refused, locale, model, response);
        }
    }

    private String form(Asked asked, RuleBroken refused, Locale locale, Model model, HttpServletResponse response) {
        if (refused != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", messages.getMessage(refused.code(), refused.arguments(), locale));
            model.addAttribute("wrongField", refused.field().orElse(""));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("present", presence.isProved());
        model.addAttribute("number", workNumbers.standing());
        model.addAttribute("minutes", Presence.LASTS.toMinutes());
        model.addAttribute("stepUp", presence.address("/permits/new"));
        return "acquisition/permit-new";
    }

    @GetMapping("/permits/{id}")
    String one(@PathVariable String id, Model model) {
        return page(permits.permit(id), model);
    }

    private String page(PermitView permit, Model model) {
        Map<String, RunView> begun =
                runs.ofPermit(permit.id()).stream().collect(Collectors.toMap(RunView::id, Function.identity()));
        model.addAttribute("permit", permit);
        model.addAttribute("begun", begun);
        model.addAttribute("lab", names.employer("labs/" + permit.labCode()));
        model.addAttribute("own", permits.isOwn(permit.id()));
        model.addAttribute("mayRevoke", permits.mayRevoke(permit.id()));
        model.addAttribute("now", clock.instant());
        return "acquisition/permit";
    }

    @GetMapping("/permits/{id}/file")
    ResponseEntity<String> file(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jose"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("permit-" + id + ".jws")
                                .build()
                                .toString())
                .body(permits.token(id));
    }

    @PostMapping("/permits/{id}/revocation")
    String revoke(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            permits.revoke(id, reason);
            return "redirect:/permits/" + id;
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", messages.getMessage(refused.code(), refused.arguments(), locale));
            return page(permits.permit(id), model);
        }
    }
}
