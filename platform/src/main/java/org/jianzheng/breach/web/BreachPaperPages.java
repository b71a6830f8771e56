package org.jianzheng.breach.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jianzheng.breach.evidence.BreachPaper;
import org.jianzheng.breach.evidence.BreachPapers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Evidence of a breach: handed in by the laboratory, read by it and the station. */
@Controller
class BreachPaperPages {

    private final BreachPapers papers;

    BreachPaperPages(BreachPapers papers) {
        this.papers = papers;
    }

    @PostMapping("/breaches/{id}/papers")
    String add(@PathVariable String id, @RequestParam("file") MultipartFile file) throws IOException {
        papers.add(id, file.getOriginalFilename(), file.getBytes());
        return "redirect:/breaches/" + id;
    }

    @GetMapping("/breaches/{id}/papers/{paperId}")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String paperId) {
        BreachPaper paper = papers.find(id, paperId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(papers.content(paper));
    }
}
