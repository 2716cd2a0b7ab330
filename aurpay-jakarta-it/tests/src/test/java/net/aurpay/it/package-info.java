/** One suite for every server: black box, over HTTP, against the sandbox. */
package net.aurpay.it;
