/** Providers of an application that take part in every REST client of the WAR, ours too. */
@NullMarked
package net.aurpay.it.greedy;

import org.jspecify.annotations.NullMarked;
