package org.jianzheng.commission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.commission.Ordering;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new commission: what is to be tested, then the order, whose material details the item's folder asks. */
@Controller
@RequestMapping("/commissions/new")
class OrderPages {

    private static final String RETEST = "retestOf";
    private static final String TOKEN = "_csrf";
    private static final Pattern FOURTH_ROW_ON = Pattern.compile("^parameters\\[[3-9]");

    private final Ordering ordering;
    private final Identity identity;
    private final MessageSource messages;
    private final Clock clock;

    OrderPages(Ordering ordering, Identity identity, MessageSource messages, Clock clock) {
        this.ordering = ordering;
        this.identity = identity;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String choose(Locale locale, Model model) {
        model.addAttribute(
                "groups",
                ordering.items().stream()
                        .collect(Collectors.groupingBy(
                                item -> item.specialities().get(0).name(),
                                java.util.LinkedHashMap::new,
                                Collectors.toList())));
        model.addAttribute("locale", locale);
        model.addAttribute("retests", ordering.retests());
        model.addAttribute("mayOrder", !ordering.natures().isEmpty());
        return "commission/choose";
    }

    /** @param form what is known before: a link may fill in any field of it */
    @GetMapping(params = "item")
    String order(@RequestParam Map<String, String> form, Locale locale, Model model) {
        return page(form, null, locale, model);
    }

    @GetMapping(params = RETEST)
    String retest(@RequestParam String retestOf, Locale locale, Model model) {
        return page(Map.of(RETEST, retestOf), null, locale, model);
    }

    @GetMapping(params = "from")
    String copy(@RequestParam String from, Locale locale, Model model) {
        return page(ordering.copy(from), null, locale, model);
    }

    /** The choices as far as those made leave them, and how many specimens that takes. */
    @GetMapping("/material")
    String material(@RequestParam Map<String, String> form, Locale locale, Model model) {
        addMaterial(form, locale, model);
        model.addAttribute("form", form);
        return "commission/order :: narrowed";
    }

    @PostMapping
    String submit(@RequestParam Map<String, String> form, Locale locale, Model model, HttpServletResponse response) {
        // Of the page, not of the order: a re-test refuses every field that is not its own.
        form.remove(TOKEN);
        try {
            return "redirect:/cases/" + ordering.submit(form);
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, refused, locale, model);
        }
    }

    private String page(Map<String, String> form, RuleBroken refused, Locale locale, Model model) {
        Map<String, String> shown = new HashMap<>(presets());
        shown.putAll(form);
        model.addAttribute("form", shown);
        model.addAttribute("labs", ordering.labs());
        model.addAttribute("today", CityTime.today(clock));
        model.addAttribute(
                "wrongField", refused == null ? null : refused.field().orElse(""));
        model.addAttribute("wrong", refused == null ? null : words(refused, shown, locale));
        if (!shown.getOrDefault(RETEST, "").isEmpty()) {
            model.addAttribute("retest", ordering.retest(shown.get(RETEST)));
            return "commission/retest";
        }
        addMaterial(shown, locale, model);
        model.addAttribute("projects", ordering.projects());
        model.addAttribute("natures", ordering.natures());
        return "commission/order";
    }

    private void addMaterial(Map<String, String> form, Locale locale, Model model) {
        TestItem item = ordering.item(form.getOrDefault("item", ""));
        List<OrderQuestion> questions = OrderQuestion.of(item, form, locale);
        Map<String, String> chosen = questions.stream()
                .collect(Collectors.toMap(
                        OrderQuestion::field, OrderQuestion::chosen, (one, other) -> one, HashMap::new));
        chosen.put("represents", form.getOrDefault("represents", ""));
        model.addAttribute("item", item);
        model.addAttribute("itemName", item.name().in(locale));
        model.addAttribute("questions", questions);
        model.addAttribute(
                "moreParameters",
                form.keySet().stream()
                        .anyMatch(field -> FOURTH_ROW_ON.matcher(field).find()
                                && !form.get(field).isBlank()));
        model.addAttribute("relations", OpenParameter.Relation.values());
        model.addAttribute("follows", ordering.follows(item, chosen));
    }

    private Map<String, String> presets() {
        return Map.of("contact", identity.acting().name(), "reportCopies", "3", "ageDays", "28");
    }

    /** What is wrong, with the name of the field in front where the words do not say it. */
    private String words(RuleBroken refused, Map<String, String> form, Locale locale) {
        String field = refused.field().orElse("");
        Object[] plain = Arrays.stream(refused.arguments())
                .map(argument -> argument.equals(field) ? label(field, form, locale) : String.valueOf(argument))
                .toArray();
        String said = messages.getMessage(refused.code(), plain, locale);
        return refused.field()
                .map(name -> label(name, form, locale))
                .filter(label -> !said.contains(label))
                .map(label -> messages.getMessage("commission.order.wrong", new Object[] {label, said}, locale))
                .orElse(said);
    }

    private String label(String field, Map<String, String> form, Locale locale) {
        return Catalogue.current().find(form.getOrDefault("item", "")).stream()
                .flatMap(item -> item.order().fields().stream())
                .filter(asked -> asked.field().equals(field))
                .map(asked -> asked.label().in(locale))
                .findFirst()
                .orElseGet(() -> messages.getMessage(key(field), null, field, locale));
    }

    private static String key(String field) {
        return field.contains("].") ? "commission.open." + field.replaceAll(".*\\.", "") : "commission.field." + field;
    }
}
