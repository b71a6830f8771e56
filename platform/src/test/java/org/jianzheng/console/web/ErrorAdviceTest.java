package org.jianzheng.console.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class ErrorAdviceTest {

    @Autowired
    MockMvc mvc;

    @Test
    void aBrokenRuleNamesItsFieldAndTheWayOut() throws Exception {
        mvc.perform(get("/api/broken/rule"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("不符合规则"))
                .andExpect(jsonPath("$.detail").value("经度 200 超出 -180 至 180，请重新定位"))
                .andExpect(jsonPath("$.field").value("longitude"))
                .andExpect(jsonPath("$.code").value("kernel.geo.longitude"));
    }

    @Test
    void programsChooseTheLanguageByHeader() throws Exception {
        mvc.perform(get("/api/broken/rule").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.title").value("Against the rules"));
    }

    @Test
    void aFragmentGetsJustTheAlert() throws Exception {
        mvc.perform(get("/broken/rule").header("HX-Request", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("经度 200")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aPageGetsAPage() throws Exception {
        mvc.perform(get("/broken/missing"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这个案件，或者您无权查看")))
                .andExpect(content().string(containsString("返回首页")));
    }

    @Test
    void aReaderWhoHasGoneIsToldNothing() throws Exception {
        mvc.perform(get("/broken/gone"))
                .andExpect(status().isOk())
                .andExpect(content().string(""));
    }

    @Test
    void anUnexpectedFaultTellsNothingButItsIncident() throws Exception {
        mvc.perform(get("/api/broken/else"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.incident").value(matchesPattern("[0-9A-F]{8}")))
                .andExpect(content().string(not(containsString("secret"))));
        mvc.perform(get("/broken/else"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(containsString("事件编号")));
    }

    @Test
    void badJsonIsToldItsPlace() throws Exception {
        loads("{\"loadsKn\":[1,\"heavy\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("loadsKn[1]"));
        loads("{\"loadsKn\":\n [1,}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("JSON 第 2 行第 5 列有语法错误，请改正后重试"));
        loads("")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("console.error.json.missing"));
    }

    @Test
    void parametersAreNamed() throws Exception {
        mvc.perform(post("/api/loads").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("page"));
        mvc.perform(post("/api/loads?page=x")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("page"));
    }

    @Test
    void wrongMethodAddressAndTypeHaveTheirOwnAnswers() throws Exception {
        mvc.perform(delete("/api/loads"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"))
                .andExpect(jsonPath("$.title").value("请求方式不支持"));
        mvc.perform(get("/api/nothing"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/loads?page=1").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void refusalsOfAFilterAreTheSamePages() throws Exception {
        mvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/people"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("无权操作")));
    }

    private ResultActions loads(String body) throws Exception {
        return mvc.perform(post("/api/loads?page=1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
