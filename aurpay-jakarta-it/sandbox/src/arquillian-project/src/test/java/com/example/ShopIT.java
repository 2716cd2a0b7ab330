package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import net.aurpay.sandbox.*;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@AurpaySandbox @ArquillianTest // in this order: the archive needs the address of the running sandbox
class ShopIT {
    static final String SHOP = "http://localhost:" + System.getProperty("http.port") + "/shop";
    @AurpaySandbox static SandboxHandle sandbox;

    @Deployment(testable = false)
    static WebArchive shop() { return sandbox.settings(SHOP + "/aurpay/callbacks").addTo("target/shop.war"); }

    String buy(String purchase) throws Exception {
        URI.create(SHOP + "/api/buy?purchase=" + purchase).toURL().openStream().close();
        return purchase;
    }
    @Test void payment() throws Exception {
        sandbox.pay(buy("A1"));
        sandbox.awaitPaid("A1");
    }
    @Test void lostCallback() throws Exception {
        sandbox.loseCallbacks();
        sandbox.pay(buy("A2"));
        assertEquals(1, sandbox.sendLostCallbacks());
        sandbox.awaitPaid("A2");
    }
    @Test void underpaid() throws Exception {
        assertEquals("PARTIAL", sandbox.underpay(buy("A3")).status());
        sandbox.resolve("A3"); // as a person in the dashboard does
        sandbox.awaitPaid("A3");
    }
}
