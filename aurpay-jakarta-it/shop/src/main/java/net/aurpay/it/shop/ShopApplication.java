package net.aurpay.it.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The shop's own REST API, beside the webhook's. */
@ApplicationPath("api")
public class ShopApplication extends Application {}
