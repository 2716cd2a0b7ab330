-- The inbox of aurpay-jakarta-webhook, in standard SQL. No unique column accepts null.
-- If the table has another name, set aurpay.webhook.table to it.
create table aurpay_callback (
    -- SHA-256 of what identifies the event, in hex: each payment has one event of each kind
    callback_key    char(64)     not null primary key,
    -- the confirmed order (A is written as ^a; for a named account, SHA-256 of account and order, in hex) and the kind, so
    -- that an order confirms one payment only; without a confirmed order, the callback's key
    order_key       varchar(150) not null unique,
    -- the name of the account (A is written as ^a), or (unnamed)
    account         varchar(128) not null,
    -- SUCCEEDED, TIMED_OUT, UNDERPAID or REFUNDED
    kind            varchar(10)  not null,
    payment_id      char(32),
    -- the payment id (for a named account, SHA-256 of account and payment id, in hex): a success keeps it for good, a
    -- time-out and an underpayment until their transaction has ended; after that, for a refund, and if there is no payment
    -- id, the callback's key
    payment_lock    varchar(64)  not null unique,
    -- the merchant's reference; control characters are percent-encoded and, if the column holds ASCII only, so is
    -- everything else that is not ASCII
    order_reference varchar(600),
    -- milliseconds since 1970, UTC
    received_at     numeric(19)  not null
);
create index aurpay_callback_received on aurpay_callback (received_at);
