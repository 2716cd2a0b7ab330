package net.aurpay.it.invoices;

import java.math.BigDecimal;

public record NewInvoice(String note, BigDecimal price) {}
