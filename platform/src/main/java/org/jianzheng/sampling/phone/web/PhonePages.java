package org.jianzheng.sampling.phone.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.nio.charset.StandardCharsets;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 手机管理, and the way into the phone's app. */
@Controller
class PhonePages {

    private static final int SIZE = 20;

    private final PhoneRegistrations phones;
    private final DisplayNames names;
    private final AppFiles files;

    PhonePages(PhoneRegistrations phones, DisplayNames names, AppFiles files) {
        this.phones = phones;
        this.names = names;
        this.files = files;
    }

    /** The app's first screen: drawn by the browser alone, for anybody. */
    @GetMapping({"/m", "/m/"})
    String app() {
        return "forward:/m/index.html";
    }

    @GetMapping("/m/sw.js")
    ResponseEntity<String> serviceWorker() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(files.serviceWorker());
    }

    /** Whoever comes here has signed in on the way. */
    @GetMapping("/m/sign-in")
    String signIn() {
        return "redirect:/m/";
    }

    @GetMapping("/phones")
    String list(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> phones.list(at.page(), at.size()));
        model.addAttribute("phones", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("names", names);
        return "sampling/phones" + (htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest() ? " :: rows" : "");
    }

    @GetMapping("/phones/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("phone", phones.find(id));
        model.addAttribute("mayConfirm", phones.mayConfirm());
        model.addAttribute("names", names);
        return "sampling/phone";
    }

    @PostMapping("/phones/{id}/confirmation")
    String confirm(@PathVariable String id) {
        phones.confirm(id);
        return "redirect:/phones/{id}";
    }

    @PostMapping("/phones/{id}/lock")
    String lock(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        phones.lock(id, reason);
        return "redirect:/phones/{id}";
    }
}
