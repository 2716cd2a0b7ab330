/** One test suite for all servers: black box tests over HTTP, with the sandbox as the API. */
package net.aurpay.it;
