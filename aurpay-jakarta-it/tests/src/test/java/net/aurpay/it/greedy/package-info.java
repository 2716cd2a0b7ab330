/** Providers of an application that are registered with every REST client of the WAR, including this library's. */
@NullMarked
package net.aurpay.it.greedy;

import org.jspecify.annotations.NullMarked;
