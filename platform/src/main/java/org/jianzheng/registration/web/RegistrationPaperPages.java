package org.jianzheng.registration.web;

import java.io.IOException;
import java.util.List;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.registration.Applications;
import org.jianzheng.registration.PaperFiling;
import org.jianzheng.registration.RegistrationPapers;
import org.jianzheng.registration.entry.PaperUse;
import org.jianzheng.registry.Member;
import org.jianzheng.registry.Registry;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of applications and registries: for the house, its applicant and the station, never public. */
@Controller
class RegistrationPaperPages {

    private final RegistrationPapers papers;
    private final Papers brought;
    private final Applications applications;
    private final PaperFiling filing;
    private final Registry registry;
    private final EvidenceFiles files;

    RegistrationPaperPages(
            RegistrationPapers papers,
            Papers brought,
            Applications applications,
            PaperFiling filing,
            Registry registry,
            EvidenceFiles files) {
        this.papers = papers;
        this.brought = brought;
        this.applications = applications;
        this.filing = filing;
        this.registry = registry;
        this.files = files;
    }

    @PostMapping("/registrations/{id}/papers")
    String add(@PathVariable String id, @RequestParam PaperUse use, @RequestParam("file") List<MultipartFile> sent)
            throws IOException {
        requireVisible(id);
        for (MultipartFile file : sent) {
            papers.add(id, use, file.getOriginalFilename(), file.getBytes());
        }
        return "redirect:/registrations/" + id + "#papers";
    }

    @GetMapping("/registrations/{id}/papers/{paperId}")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String paperId) {
        requireVisible(id);
        return brought.answer(papers.find(id, paperId));
    }

    @GetMapping("/people/{username}/portrait")
    ResponseEntity<byte[]> portrait(@PathVariable String username) {
        Member person = registry.colleague(username);
        if (person.portrait().isEmpty()) {
            throw new NotFound("registration.paper.unknown");
        }
        byte[] picture = files.read(person.portrait());
        String type = PaperType.of(picture).orElseThrow().mediaType();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    /** Papers of one subject: a section of its page. */
    @GetMapping("/registrations/papers")
    String filed(@RequestParam String subject, Model model) {
        model.addAttribute("papers", filing.of(subject));
        model.addAttribute("filed", true);
        return "registration/papers :: list";
    }

    private void requireVisible(String id) {
        if (!applications.visible(id)) {
            throw new NotFound("registration.unknown");
        }
    }
}
