/** Makes hostile callbacks from seeds. The tests over HTTP use this package as a jar, too. */
@NullMarked
package net.aurpay.webhook.mutation;

import org.jspecify.annotations.NullMarked;
