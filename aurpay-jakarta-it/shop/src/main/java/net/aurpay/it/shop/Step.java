package net.aurpay.it.shop;

import java.time.Instant;

/** Something that has happened to a purchase, and when. */
record Step(Purchase.State state, Instant time) {}
