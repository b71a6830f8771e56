package org.jianzheng.workflow.gate;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the gate behind the engine's own filters, so that sign-in and the CSRF token were checked before. */
@Configuration(proxyBeanMethods = false)
class GateRegistration {

    @Bean
    FilterRegistrationBean<EngineGate> engineGateRegistration(EngineGate gate) {
        FilterRegistrationBean<EngineGate> registration = new FilterRegistrationBean<>(gate);
        registration.addUrlPatterns("/camunda/api/*");
        registration.setMatchAfter(true);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
