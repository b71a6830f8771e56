package org.jianzheng.registration.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Map;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.rows.RegisterLists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Cameras, contracts and organisations: one list each, made of the fields of their kind. */
@Controller
class RegisterPages {

    private static final int SIZE = 20;
    private static final Map<String, EntryKind> KINDS = Map.of(
            "cameras", EntryKind.CAMERA, "contracts", EntryKind.CONTRACT, "organisations", EntryKind.ORGANISATION);

    private final RegisterLists registers;

    RegisterPages(RegisterLists registers) {
        this.registers = registers;
    }

    @GetMapping("/{register:cameras|contracts|organisations}")
    String list(
            @PathVariable String register,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        EntryKind kind = KINDS.get(register);
        var shown = new PageAsked(page, SIZE).show(at -> registers.list(kind, q, at.page(), at.size()));
        model.addAttribute("kind", kind);
        model.addAttribute("register", "/" + register);
        model.addAttribute("fields", registers.columns(kind));
        model.addAttribute("rows", shown.list());
        model.addAttribute("q", q);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "registration/register :: rows" : "registration/register";
    }
}
