package org.jianzheng.workflow.bundle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param bundle where processes/ and forms/ are */
@ConfigurationProperties("jianzheng.workflow")
record WorkflowSettings(@DefaultValue("classpath:/") String bundle) {}
