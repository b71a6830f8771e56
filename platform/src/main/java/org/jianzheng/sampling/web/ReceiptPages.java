package org.jianzheng.sampling.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.ReceiptRefusal;
import org.jianzheng.sampling.ReceiptScan;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
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
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * 收样扫描: the receiver scans specimens one by one and completes the same task that Tasklist shows, with the same form.
 */
@Controller
class ReceiptPages {

    private static final String TASK = "receiveSample";
    private static final String TYPED = "form";
    private static final String TOKEN = "_csrf";
    private static final List<String> CHECKS = List.of("appearanceOk", "marksOk", "sealOk", "quantityOk");

    private final Sampling sampling;
    private final Commissions commissions;
    private final Processes processes;
    private final PrintedRefusal refusals;
    private final Identity identity;
    private final MessageSource messages;

    ReceiptPages(
            Sampling sampling,
            Commissions commissions,
            Processes processes,
            PrintedRefusal refusals,
            Identity identity,
            MessageSource messages) {
        this.sampling = sampling;
        this.commissions = commissions;
        this.processes = processes;
        this.refusals = refusals;
        this.identity = identity;
        this.messages = messages;
    }

    /** @param caseId of the commission whose specimens are in hand; the first scan finds it where it is not given */
    @GetMapping("/receipts")
    String counter(@RequestParam(name = "case", required = false) String caseId, Model model) {
        requireReceiver();
        if (caseId != null) {
            addSample(caseId, model);
        }
        return "sampling/receipt";
    }

    @GetMapping("/receipts/{caseId}")
    String sample(@PathVariable String caseId, Model model) {
        requireReceiver();
        addSample(caseId, model);
        return "sampling/receipt :: sample";
    }

    /** Also read out by the page, so the words come with it. */
    record Told(boolean right, String finding, String words, String caseId, int scanned, int count) {}

    @PostMapping("/receipts/scans")
    @ResponseBody
    Told scan(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "case", defaultValue = "") String caseId,
            Locale locale) {
        ReceiptScan scan = sampling.scanAtCounter(code, caseId);
        String words = messages.getMessage(
                "sampling.receipt.scan." + scan.finding(), scan.details().toArray(), locale);
        return new Told(scan.right(), scan.finding().name(), words, scan.caseId(), scan.scanned(), scan.count());
    }

    @PostMapping("/receipts/{caseId}")
    String complete(
            @PathVariable String caseId,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        requireReceiver();
        form.remove(TOKEN);
        try {
            String task = task(caseId).map(OpenTask::id).orElseThrow(() -> new RuleBroken("sampling.state.other"));
            processes.complete(task, asForm(form));
            return "redirect:/cases/{caseId}";
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", messages.getMessage(refused.code(), refused.arguments(), locale));
            model.addAttribute(TYPED, form);
            addSample(caseId, model);
            return "sampling/receipt";
        }
    }

    // What Tasklist's form sends: a box is true or false there, and left out where it is hidden.
    private static Map<String, Object> asForm(Map<String, String> typed) {
        Map<String, Object> form = new HashMap<>(typed);
        if ("ACCEPT".equals(typed.get("decision"))) {
            CHECKS.forEach(check -> form.put(check, Boolean.valueOf(typed.get(check))));
        }
        return form;
    }

    @GetMapping("/cases/{caseId}/refusals/{attempt}.pdf")
    ResponseEntity<byte[]> slip(@PathVariable String caseId, @PathVariable int attempt) {
        if (!commissions.visible(caseId)) {
            throw new NotFound("sampling.sample.unknown");
        }
        SampleView refused = sampling.history(caseId).stream()
                .filter(sample -> sample.attempt() == attempt && sample.refusalNo() != null)
                .findFirst()
                .orElseThrow(() -> new NotFound("sampling.refusal.none"));
        String name = ContentDisposition.inline()
                .filename(refused.refusalNo() + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(refusals.pdf(commissions.find(caseId), refused));
    }

    private void addSample(String caseId, Model model) {
        if (!commissions.visible(caseId)) {
            throw new NotFound("sampling.sample.unknown");
        }
        SampleView sample = sampling.sample(caseId);
        Person reader = identity.acting();
        model.addAttribute("sample", sample);
        if (!model.containsAttribute(TYPED)) {
            model.addAttribute(TYPED, Map.of());
        }
        model.addAttribute("order", commissions.find(caseId));
        model.addAttribute("waiting", task(caseId).isPresent());
        model.addAttribute("refusals", Arrays.asList(ReceiptRefusal.values()));
        model.addAttribute(
                "scanned",
                sample.specimens().stream()
                        .filter(one -> one.scans().stream()
                                .anyMatch(scan -> scan.username().equals(reader.username())))
                        .map(SampleView.SpecimenView::position)
                        .toList());
    }

    private Optional<OpenTask> task(String caseId) {
        return processes.openTasks(List.of(caseId)).stream()
                .filter(task -> task.key().equals(TASK))
                .findFirst();
    }

    private void requireReceiver() {
        if (!identity.acting().has(Role.RECEIVER)) {
            throw new NotFound("sampling.receipt.notReceiver");
        }
    }
}
