/** Servers that take no WAR, as Arquillian sees a server: a process for each application, a proxy in front of all. */
@NullMarked
package net.aurpay.it.process;

import org.jspecify.annotations.NullMarked;
