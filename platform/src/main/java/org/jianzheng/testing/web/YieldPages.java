package org.jianzheng.testing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.testing.correction.CorrectionReason;
import org.jianzheng.testing.yieldpoint.YieldCorrections;
import org.jianzheng.testing.yieldpoint.YieldSheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Yield of a bar, on the page of its run: as it is read, how it is corrected, who agrees. */
@Controller
class YieldPages {

    private final YieldCorrections yields;
    private final ObjectMapper json;

    YieldPages(YieldCorrections yields, ObjectMapper json) {
        this.yields = yields;
        this.json = json;
    }

    @GetMapping("/runs/{id}/yield")
    String shown(@PathVariable String id, Model model) {
        return section(id, model);
    }

    @PostMapping("/runs/{id}/yield")
    String propose(@PathVariable String id, @RequestParam Map<String, String> form, HtmxRequest htmx, Model model) {
        FormValues values = new FormValues(form);
        yields.propose(
                id,
                values.integer("upper").orElse(null),
                values.integer("lower").orElse(null),
                values.text("reason"),
                values.text("text"));
        return after(id, htmx, model);
    }

    @PostMapping("/runs/{id}/yield/word")
    String say(@PathVariable String id, @RequestParam Map<String, String> form, HtmxRequest htmx, Model model) {
        yields.say(id, form);
        return after(id, htmx, model);
    }

    @PostMapping("/runs/{id}/yield/withdrawal")
    String withdraw(@PathVariable String id, HtmxRequest htmx, Model model) {
        yields.withdraw(id);
        return after(id, htmx, model);
    }

    private String after(String id, HtmxRequest htmx, Model model) {
        return htmx.isHtmxRequest() ? section(id, model) : "redirect:/runs/" + id;
    }

    private String section(String id, Model model) {
        YieldSheet sheet = yields.sheet(id);
        model.addAttribute("runId", id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("reasons", CorrectionReason.namesOfCurve());
        model.addAttribute("marks", json(sheet));
        return "testing/yield :: yield";
    }

    private String json(YieldSheet sheet) {
        try {
            return json.writeValueAsString(sheet.marks());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
