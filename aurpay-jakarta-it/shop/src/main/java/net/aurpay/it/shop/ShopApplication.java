package net.aurpay.it.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the shop's own REST API, which is separate from the webhook's. */
@ApplicationPath("api")
public class ShopApplication extends Application {}
