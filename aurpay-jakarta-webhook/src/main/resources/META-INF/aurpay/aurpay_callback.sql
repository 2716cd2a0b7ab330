-- The inbox of aurpay-jakarta-webhook, in standard SQL. No unique column takes null.
-- Another table name goes into aurpay.webhook.table.
create table aurpay_callback (
    -- SHA-256 of the signed URL, in hex: one payment, one event of each kind
    callback_key    char(64)     not null primary key,
    -- the confirmed order, A written as ^a, and the kind: an order confirms one payment; the callback's key if there is none
    order_key       varchar(150) not null unique,
    -- SUCCEEDED or TIMED_OUT
    kind            varchar(10)  not null,
    payment_id      char(32),
    -- the payment id: of a success for good, of a time-out until its transaction has ended; then, and without a payment
    -- id, the callback's key
    payment_lock    varchar(64)  not null unique,
    -- the merchant's reference; percent-encoded are control characters and, where the column holds ASCII alone, the rest
    order_reference varchar(600),
    -- milliseconds since 1970, UTC
    received_at     numeric(19)  not null
);
create index aurpay_callback_received on aurpay_callback (received_at);
