/** Makes hostile callbacks out of seeds; also for the tests over HTTP, which take this package as a jar. */
@NullMarked
package net.aurpay.webhook.mutation;

import org.jspecify.annotations.NullMarked;
