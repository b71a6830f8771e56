package org.jianzheng.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test in a browser; left out where no Chromium is found (CI always installs one). Its class is called {@code …JourneyTest}. */
@Tag("browser")
@EnabledIf("org.jianzheng.support.Chromium#isFound")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BrowserJourney {}
