/**
 * A sandbox of Aurpay for tests: {@link net.aurpay.sandbox.AurpaySandbox} starts it under JUnit, {@link
 * net.aurpay.sandbox.SandboxHandle} starts and controls it anywhere else.
 *
 * <table>
 * <caption>The packages of this jar</caption>
 * <tr><td>{@code net.aurpay.sandbox}</td><td>API</td><td>for tests of applications</td></tr>
 * <tr><td>{@code net.aurpay.it.sandbox}</td><td>not API</td><td>the sandbox itself; runs by {@code java -jar}, too</td></tr>
 * <tr><td>{@code net.aurpay.it.qr}</td><td>not API</td><td>QR codes of its pages</td></tr>
 * </table>
 */
@NullMarked
package net.aurpay.sandbox;

import org.jspecify.annotations.NullMarked;
