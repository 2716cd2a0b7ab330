package net.aurpay.it.sandbox;

/**
 * Identifies an order.
 *
 * @param userId the account that the order belongs to; orders of two accounts can have the same id
 */
public record OrderKey(String userId, String orderId) {}
