package org.jianzheng.workflow.enginefilter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the gate behind the engine's own filters, so that sign-in and the CSRF token were checked before: filters that are
 * mapped to servlets by name come after all that are mapped to paths.
 */
@Configuration(proxyBeanMethods = false)
class EngineFilterRegistration {

    @Bean
    FilterRegistrationBean<EngineFilter> engineGateRegistration(EngineFilter gate) {
        FilterRegistrationBean<EngineFilter> registration = new FilterRegistrationBean<>(gate);
        registration.addServletNames(EngineFilter.SERVLETS.toArray(String[]::new));
        return registration;
    }
}
