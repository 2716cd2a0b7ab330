/**
 * Converts records to JSON and JSON to records; not API. The packages of this library:
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
 * <p><strong>Not API</strong>: this package may change at any time. {@link
 * net.aurpay.client.json.JsonBinding} is the entrance. {@code docs/json.md} says which class holds which promise, and
 * what JSON-B alone would do.
 */
@NullMarked
package net.aurpay.client.json;

import org.jspecify.annotations.NullMarked;
