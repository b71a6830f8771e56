package org.jianzheng.workflow.enginefilter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filter behind the engine's own filters, so that sign-in and the CSRF token were checked before: filters that are
 * mapped to servlets by name come after all that are mapped to paths.
 */
@Configuration(proxyBeanMethods = false)
class EngineFilterRegistration {

    @Bean
    FilterRegistrationBean<EngineFilter> behindTheEnginesFilters(EngineFilter filter) {
        FilterRegistrationBean<EngineFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addServletNames(EngineFilter.SERVLETS.toArray(String[]::new));
        return registration;
    }
}
