/** The examples in the libraries' Javadoc, compiled. */
@NullUnmarked
package net.aurpay.it.example;

import org.jspecify.annotations.NullUnmarked;
