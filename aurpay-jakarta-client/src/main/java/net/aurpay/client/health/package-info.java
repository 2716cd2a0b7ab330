/**
 * Checks whether the application can use Aurpay; not API. The packages of this library:
 *
 * <ul>
 *   <li>{@code net.aurpay.client}, API: clients, requests, records and exceptions
 *   <li>{@code net.aurpay.client.http}, not API: sends requests and judges responses, with filters, signing, retries
 *       and configuration
 *   <li>{@code net.aurpay.client.json}, not API: converts records to JSON and JSON to records
 *   <li>{@code net.aurpay.client.accounts}, not API: finds accounts by their names
 *   <li>{@code net.aurpay.client.health}, not API: checks whether the application can use Aurpay
 *   <li>{@code net.aurpay.client.telemetry}, not API: spans and counters, if the application sees OpenTelemetry
 *   <li>{@code net.aurpay.client.shared}, not API: small classes that several packages and the webhook use
 * </ul>
 *
 * <p><strong>Not API</strong>: this package may change at any time. {@code ApiReadiness} reports to MicroProfile Health
 * whether the API can be reached with the configured credentials and clock.
 */
@NullMarked
package net.aurpay.client.health;

import org.jspecify.annotations.NullMarked;
