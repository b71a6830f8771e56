package org.jianzheng.standards.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.InputField;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trial-calculation page: any method tried on typed figures; nothing is stored. */
@Controller
@RequestMapping("/trial")
class TrialPages {

    private final Standards standards;
    private final MethodWords words;
    private final WorkedExamples examples;

    TrialPages(Standards standards, MethodWords words, WorkedExamples examples) {
        this.standards = standards;
        this.words = words;
        this.examples = examples;
    }

    /** The form of a method, filled with its worked example and already calculated. */
    @GetMapping
    String form(@RequestParam(defaultValue = "concrete-cube") String method, Model model, HtmxRequest htmx) {
        return page(method, TypedInputs.of(examples.of(known(method)), standards.inputs(method)), model, htmx);
    }

    /** Where a reload lands after a calculation without script. */
    @GetMapping("/{method}")
    String again(@PathVariable String method) {
        return "redirect:/trial?method=" + known(method);
    }

    @PostMapping("/{method}")
    String calculate(
            @PathVariable String method, @RequestParam Map<String, String> texts, Model model, HtmxRequest htmx) {
        return page(known(method), new TypedInputs(texts), model, htmx);
    }

    private String known(String method) {
        if (!standards.methods().contains(method)) {
            throw new NotFound("standards.method.unknown", method, String.join(", ", standards.methods()));
        }
        return method;
    }

    private String page(String method, TypedInputs typed, Model model, HtmxRequest htmx) {
        List<InputField> fields = standards.inputs(method);
        RuleBroken refused = null;
        try {
            model.addAttribute("result", TrialResult.of(standards.evaluate(method, typed.inputs(fields)), words));
        } catch (RuleBroken broken) {
            refused = broken;
        }
        model.addAttribute("refused", refused == null ? null : words.say(refused.code(), refused.arguments()));
        model.addAttribute("method", method);
        model.addAttribute("methodName", words.method(method));
        model.addAttribute("lines", new TrialForm(method, words, typed, refused).lines(fields));
        model.addAttribute("families", MethodGroup.all(words));
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "standards/trial :: trial" : "standards/trial";
    }
}
