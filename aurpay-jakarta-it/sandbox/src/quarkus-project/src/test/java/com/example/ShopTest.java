package com.example;

import static org.junit.jupiter.api.Assertions.*;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import net.aurpay.sandbox.*;
import org.junit.jupiter.api.Test;

@AurpaySandbox(webhookUrl = "http://localhost:${quarkus.http.test-port}/callbacks") @QuarkusTest // in this order
class ShopTest {
    @AurpaySandbox SandboxHandle sandbox;
    @Inject Shop shop;

    @Test void payment() throws Exception {
        shop.buy("A1");
        sandbox.pay("A1");
        sandbox.awaitPaid("A1");
        assertTrue(shop.isPaid("A1"));
    }
    @Test void lostCallback() throws Exception {
        shop.buy("A2");
        sandbox.loseCallbacks();
        sandbox.pay("A2");
        assertEquals(1, sandbox.sendLostCallbacks());
        sandbox.awaitPaid("A2");
        assertTrue(shop.isPaid("A2"));
    }
    @Test void underpaid() {
        shop.buy("A3");
        assertEquals("PARTIAL", sandbox.underpay("A3").status());
        assertFalse(shop.isPaid("A3"));
    }
}
