package org.jianzheng.environment.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.environment.Climate;
import org.jianzheng.environment.RoomKind;
import org.jianzheng.environment.RoomView;
import org.jianzheng.environment.Rooms;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Rooms with what sensors measure there: a list, one with its last day as a curve, and its readings. */
@Controller
class RoomPages {

    private static final int SIZE = 20;

    private final Rooms rooms;
    private final DisplayNames names;

    RoomPages(Rooms rooms, DisplayNames names) {
        this.rooms = rooms;
        this.names = names;
    }

    @GetMapping("/rooms")
    String list(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> rooms.list(at.page(), at.size()));
        model.addAttribute("rooms", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("all", rooms.seesAll());
        model.addAttribute("names", names);
        model.addAttribute("kinds", RoomKind.values());
        model.addAttribute("mayRegister", rooms.mayRegister());
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "environment/list :: rows" : "environment/list";
    }

    @PostMapping("/rooms")
    String register(@RequestParam Map<String, String> form) {
        return "redirect:/rooms/" + rooms.register(form);
    }

    @GetMapping("/rooms/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        RoomView room = rooms.room(id);
        var shown = new PageAsked(page, SIZE).show(at -> rooms.readings(id, at.page(), at.size()));
        model.addAttribute("room", room);
        model.addAttribute("lab", names.employer("labs/" + room.labCode()));
        model.addAttribute("readings", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("mayRegister", rooms.mayRegister());
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "environment/room :: rows" : "environment/room";
    }

    @PostMapping("/rooms/{id}/end")
    String close(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        rooms.close(id, reason);
        return "redirect:/rooms";
    }

    /** Seconds since 1970 and what was measured then, for the curve. */
    record Day(List<Long> t, List<BigDecimal> temperature, List<BigDecimal> humidity) {}

    @GetMapping("/rooms/{id}/day")
    @ResponseBody
    Day day(@PathVariable String id) {
        List<Climate> day = rooms.lastDay(id);
        return new Day(
                day.stream().map(one -> one.at().getEpochSecond()).toList(),
                day.stream().map(Climate::temperatureC).toList(),
                day.stream().map(Climate::humidityPercent).toList());
    }

    /** What a sample went through where it was cured; on the page of its case. */
    @GetMapping("/cases/{caseId}/rooms")
    String ofCase(@PathVariable String caseId, Model model) {
        model.addAttribute("warnings", rooms.warningsOf(caseId));
        return "environment/case :: section";
    }
}
