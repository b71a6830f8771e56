package org.jianzheng.nonconformity.web;

import java.util.List;
import org.jianzheng.nonconformity.Nonconformity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the station's people look at first in the morning. */
@Controller
class BoardPage {

    private final Nonconformity nonconformity;

    BoardPage(Nonconformity nonconformity) {
        this.nonconformity = nonconformity;
    }

    @GetMapping("/board")
    String board(@RequestParam(required = false) Integer pressed, Model model) {
        model.addAttribute("board", nonconformity.board());
        model.addAttribute("pressed", pressed);
        return "nonconformity/board";
    }

    @PostMapping("/board/reminders")
    String press(@RequestParam(defaultValue = "") List<String> reportNo) {
        return "redirect:/board?pressed=" + nonconformity.press(reportNo);
    }
}
