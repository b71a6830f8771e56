package org.jianzheng.registration.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.Applications;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.excel.MistakenWorkbooks;
import org.jianzheng.registration.excel.WorkbookImports;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A workbook is handed in and becomes one application, or comes back with what is wrong in it. */
@Controller
class ImportPages {

    private static final int SIZE = 50;
    private static final long LARGEST = 6L << 20;

    private final WorkbookImports imports;
    private final MistakenWorkbooks mistaken;
    private final Applications applications;
    private final DisplayNames names;
    private final MessageSource messages;

    ImportPages(
            WorkbookImports imports,
            MistakenWorkbooks mistaken,
            Applications applications,
            DisplayNames names,
            MessageSource messages) {
        this.imports = imports;
        this.mistaken = mistaken;
        this.applications = applications;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/registrations/import")
    String form(@RequestParam(required = false) EntryKind kind, Model model) {
        Map<String, String> houses = new LinkedHashMap<>();
        applications.houses().forEach(path -> houses.put(path, names.employer(path)));
        model.addAttribute(
                "kinds", applications.kinds().stream().filter(EntryKind::inLots).toList());
        model.addAttribute("houses", houses);
        model.addAttribute("kind", kind);
        return "registration/import";
    }

    @PostMapping("/registrations/import")
    String take(
            @RequestParam EntryKind kind,
            @RequestParam String house,
            @RequestParam("file") MultipartFile file,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            var outcome = read(kind, house, file);
            return "redirect:/registrations/" + outcome.application().orElse("import/" + outcome.mistakes());
        } catch (RuleBroken e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Object[] plain = Arrays.stream(e.arguments()).map(String::valueOf).toArray();
            model.addAttribute("wrong", messages.getMessage(e.code(), plain, locale));
            model.addAttribute("house", house);
            return form(kind, model);
        }
    }

    private WorkbookImports.Outcome read(EntryKind kind, String house, MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            throw RuleBroken.at("file", "registration.import.size", LARGEST >> 20);
        }
        Path copy = Files.createTempFile("import", ".xlsx");
        try {
            file.transferTo(copy);
            return imports.take(kind, house, copy);
        } finally {
            Files.delete(copy);
        }
    }

    @GetMapping("/registrations/import/{id}")
    String mistakes(
            @PathVariable String id, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE)
                .show(at -> mistaken.find(id, at.page(), at.size()).problems());
        model.addAttribute("one", mistaken.find(id, 0, 1));
        model.addAttribute("problems", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "registration/mistakes :: rows" : "registration/mistakes";
    }

    @GetMapping("/registrations/import/{id}/workbook")
    void workbook(@PathVariable String id, HttpServletResponse response) throws IOException {
        byte[] workbook = mistaken.workbook(id);
        WorkbookPages.attach("待更正", response);
        response.getOutputStream().write(workbook);
    }
}
