package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServletStartTest {
    private static final String MAPPING = "<servlet-mapping><servlet-name> %s</servlet-name></servlet-mapping>";

    @Test
    void mappingOfTheDefaultApplicationIsFound() {
        assertThat(ServletStart.isDefaultMappingLost(MAPPING.formatted("jakarta.ws.rs.core.Application")))
                .isTrue();
    }

    @Test
    void mappingOfAnApplicationClassIsIgnored() {
        assertThat(ServletStart.isDefaultMappingLost(MAPPING.formatted("com.example.Api")))
                .isFalse();
        assertThat(ServletStart.isDefaultMappingLost("")).isFalse();
    }
}
