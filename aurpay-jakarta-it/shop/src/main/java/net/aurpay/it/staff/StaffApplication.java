package net.aurpay.it.staff;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The application's own resources take tokens. */
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
public class StaffApplication extends Application {}
