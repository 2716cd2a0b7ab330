package net.aurpay.it.portable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order that was paid. */
@Entity
@Table(name = "paid_order")
public class PaidOrder {
    @Id
    @Column(name = "payment_id")
    private String paymentId = "";

    private String reference = "";

    /** For JPA. */
    protected PaidOrder() {}

    PaidOrder(String paymentId, String reference) {
        this.paymentId = paymentId;
        this.reference = reference;
    }

    public String paymentId() {
        return paymentId;
    }

    public String reference() {
        return reference;
    }
}
