package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import org.jianzheng.kernel.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who may ask for what under a case's address. */
class CaseGuardTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Pages())
            .addInterceptors(new CaseGuard(modules()))
            .build();

    @Test
    void aCaseThatSomeModuleShowsIsShown() throws Exception {
        web.perform(get("/cases/order")).andExpect(content().string(is("page of order")));
        web.perform(get("/cases/breach/diagram")).andExpect(content().string(is("diagram of breach")));
    }

    @Test
    void aCaseWithAPageOfItsOwnLeadsThere() throws Exception {
        web.perform(get("/cases/breach")).andExpect(status().isFound()).andExpect(redirectedUrl("/breaches/breach"));
    }

    @Test
    void aCaseThatNobodyKnowsIsNotThere() {
        assertThatThrownBy(() -> web.perform(get("/cases/other/diagram")))
                .isInstanceOfAny(NotFound.class, ServletException.class)
                .rootCause()
                .isInstanceOf(NotFound.class);
    }

    private static ObjectProvider<CaseVisibility> modules() {
        CaseVisibility orders = "order"::equals;
        CaseVisibility breaches = new CaseVisibility() {
            @Override
            public boolean visible(String caseId) {
                return caseId.equals("breach");
            }

            @Override
            public String page(String caseId) {
                return "/breaches/" + caseId;
            }
        };
        var beans = new StaticListableBeanFactory();
        beans.addBean("orders", orders);
        beans.addBean("breaches", breaches);
        return beans.getBeanProvider(CaseVisibility.class);
    }

    @RestController
    static class Pages {

        @GetMapping("/cases/{id}")
        String page(@PathVariable("id") String id) {
            return "page of " + id;
        }

        @GetMapping("/cases/{id}/diagram")
        String diagram(@PathVariable("id") String id) {
            return "diagram of " + id;
        }
    }
}
