-- The inbox of aurpay-jakarta-webhook: standard SQL, runs on PostgreSQL, MariaDB, H2 and Derby.
-- Another table name goes into aurpay.webhook.table.
create table aurpay_callback (
    -- SHA-256 of the signed URL, in hex: one payment, one event of each kind
    callback_key    char(64)     not null primary key,
    -- the confirmed order, A written as ^a, and the kind: an order confirms one payment
    order_key       varchar(150) unique,
    -- SUCCEEDED or TIMED_OUT
    kind            varchar(10)  not null,
    payment_id      char(32),
    -- the payment id: of a success for good, of a time-out until its transaction has ended
    payment_turn    char(32)     unique,
    -- the merchant's reference as it stands in the URL, encoded, cut to 255 characters
    order_reference varchar(255) not null,
    -- milliseconds since 1970, UTC
    received_at     bigint       not null
);
create index aurpay_callback_received on aurpay_callback (received_at);
