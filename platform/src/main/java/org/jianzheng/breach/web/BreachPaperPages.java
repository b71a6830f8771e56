package org.jianzheng.breach.web;

import java.io.IOException;
import org.jianzheng.breach.evidence.BreachPapers;
import org.jianzheng.records.evidence.Papers;
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
    private final Papers files;

    BreachPaperPages(BreachPapers papers, Papers files) {
        this.papers = papers;
        this.files = files;
    }

    @PostMapping("/breaches/{id}/papers")
    String add(@PathVariable String id, @RequestParam("file") MultipartFile file) throws IOException {
        papers.add(id, file.getOriginalFilename(), file.getBytes());
        return "redirect:/breaches/" + id;
    }

    @GetMapping("/breaches/{id}/papers/{paperId}")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String paperId) {
        return files.answer(papers.find(id, paperId));
    }
}
