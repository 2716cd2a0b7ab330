package net.aurpay.it.ear;

import jakarta.ws.rs.ApplicationPath;
import net.aurpay.webhook.endpoint.CallbackApplication;

@ApplicationPath("aurpay")
public class Callbacks extends CallbackApplication {}
