package org.jianzheng.notice.web;

import java.util.Locale;
import org.jianzheng.notice.NoticeWays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 提醒方式: by which ways the reader is told at once, seen and changed by nobody else. */
@Controller
class NoticeWayPages {

    private final NoticeWays ways;

    NoticeWayPages(NoticeWays ways) {
        this.ways = ways;
    }

    @GetMapping("/notices/ways")
    String list(Model model) {
        model.addAttribute("ways", ways.mine());
        model.addAttribute("sms", ways.isOffered("SMS") ? ways.ownNumber().orElse("") : null);
        model.addAttribute("wechat", ways.isOffered("WECHAT"));
        return "notice/ways";
    }

    @PostMapping("/notices/ways/sms")
    String useNumber(Locale locale) {
        ways.useNumber(locale.getLanguage());
        return "redirect:/notices/ways";
    }

    @PostMapping("/notices/ways/wechat")
    String useWechat(@RequestParam(defaultValue = "") String account, Locale locale) {
        ways.useWechat(account, locale.getLanguage());
        return "redirect:/notices/ways";
    }

    @PostMapping("/notices/ways/{id}/removal")
    String remove(@PathVariable String id) {
        ways.remove(id);
        return "redirect:/notices/ways";
    }
}
