package org.jianzheng.sampling.phone.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.UnorderedJoining;
import org.jianzheng.sampling.phone.record.UnorderedSamples;
import org.jianzheng.sampling.phone.record.UnorderedSamples.Shown;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 无委托取样: samples that wait for an order; what may be done with each, by whoever may. */
@Controller
class UnorderedPages {

    private static final int SIZE = 20;

    private final UnorderedSamples samples;
    private final UnorderedJoining joining;
    private final SitePhotos photos;
    private final Projects projects;
    private final DisplayNames names;
    private final Clock clock;

    UnorderedPages(
            UnorderedSamples samples,
            UnorderedJoining joining,
            SitePhotos photos,
            Projects projects,
            DisplayNames names,
            Clock clock) {
        this.samples = samples;
        this.joining = joining;
        this.photos = photos;
        this.projects = projects;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/unordered-samples")
    String list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HtmxRequest htmx) {
        var shown = new PageAsked(page, SIZE).show(asked -> samples.list(open, asked.page(), asked.size()));
        model.addAttribute("samples", shown.list());
        model.addAttribute("projectNames", projectNames(shown.list().items()));
        model.addAttribute("catalogue", Catalogue.current());
        model.addAttribute("now", CityTime.now(clock));
        model.addAttribute("open", open);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        return "sampling/unordered" + (htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest() ? " :: rows" : "");
    }

    private Map<String, String> projectNames(List<UnorderedSample> shown) {
        return shown.stream()
                .map(sample -> sample.site().projectCode())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::projectName));
    }

    private String projectName(String code) {
        return projects.find(code).map(Project::name).orElse(code);
    }

    @GetMapping("/unordered-samples/{id}")
    String one(@PathVariable String id, Model model) {
        UnorderedSample sample = samples.find(id);
        model.addAttribute("sample", sample);
        model.addAttribute("projectName", projectName(sample.site().projectCode()));
        model.addAttribute("item", Catalogue.current().label(sample.what().item()));
        model.addAttribute("photos", samples.photos(sample));
        model.addAttribute("offers", joining.offers(sample));
        model.addAttribute("mayJoin", joining.mayJoin(sample));
        model.addAttribute("orderUrl", orderUrl(sample));
        model.addAttribute("mayWithdraw", samples.mayWithdraw(sample));
        model.addAttribute("mayDecide", samples.mayDecide(sample));
        model.addAttribute("witnessBy", samples.witnessBy(sample));
        model.addAttribute("names", names);
        model.addAttribute("now", CityTime.now(clock));
        return "sampling/unordered-sample";
    }

    /** The order's page, with what the sampler has said filled in. */
    private static String orderUrl(UnorderedSample sample) {
        UnorderedSample.What what = sample.what();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("item", what.item());
        said.put("projectCode", sample.site().projectCode());
        said.put("unitWorks", sample.site().unitWorks());
        said.put("part", sample.site().part());
        said.put(Catalogue.current().item(what.item()).asked("grade").field(), what.grade());
        said.put("batchNo", what.batch());
        said.put("specimenCount", what.specimens());
        said.put("madeOn", what.madeAt().atZone(CityTime.ZONE).toLocalDate());
        UriComponentsBuilder order = UriComponentsBuilder.fromPath("/commissions/new");
        said.keySet().forEach(field -> order.queryParam(field, "{" + field + "}"));
        return order.encode().buildAndExpand(said).toUriString();
    }

    @GetMapping("/unordered-samples/{id}/photos/{username}/{proof}")
    ResponseEntity<byte[]> photo(
            @PathVariable String id,
            @PathVariable String username,
            @PathVariable String proof,
            @RequestParam(defaultValue = "false") boolean small) {
        Shown found = samples.photos(samples.find(id)).stream()
                .filter(one -> !one.purpose().equals("TURNED"))
                .filter(one -> one.photo().username().equals(username)
                        && one.photo().proof().equals(proof))
                .findFirst()
                .orElseThrow(() -> new NotFound("sampling.photo.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(photos.shown(found.photo(), small));
    }

    @PostMapping("/unordered-samples/{id}/order")
    String join(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String caseId,
            @RequestParam(defaultValue = "") String reason) {
        joining.join(id, caseId, reason);
        return "redirect:/unordered-samples/{id}";
    }

    @PostMapping("/unordered-samples/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        samples.withdraw(id, reason);
        return "redirect:/unordered-samples/{id}";
    }

    @PostMapping("/unordered-samples/{id}/refusal")
    String refuse(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        samples.refuse(id, reason);
        return "redirect:/unordered-samples/{id}";
    }

    @PostMapping("/unordered-samples/{id}/extension")
    String extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String reason) {
        samples.extend(id, days, reason);
        return "redirect:/unordered-samples/{id}";
    }
}
