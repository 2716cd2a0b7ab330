package net.aurpay.it.ear;

import jakarta.ws.rs.ApplicationPath;
import net.aurpay.webhook.CallbackApplication;

@ApplicationPath("aurpay")
public class Callbacks extends CallbackApplication {}
