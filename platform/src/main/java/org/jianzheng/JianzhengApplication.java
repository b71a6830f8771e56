package org.jianzheng;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The platform of one city: its laboratories are tenants of one application. */
@Modulithic(sharedModules = "kernel")
@SpringBootApplication(nameGenerator = BeanNames.class)
@ConfigurationPropertiesScan
public class JianzhengApplication {

    static {
        // The engine writes its times in the zone of the JVM: one zone on every node and every day of the year.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    public static void main(String[] args) {
        SpringApplication.run(JianzhengApplication.class, args);
    }

    /** The server's clock: the only source of evidence times. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
