-- The open payments of aurpay-jakarta-webhook, in standard SQL. No unique column accepts null.
-- If the table has another name, set aurpay.payments.table to it.
create table aurpay_payment (
    payment_id      char(32)      not null primary key,
    -- the name of the account (A is written as ^a), or (unnamed)
    account         varchar(128)  not null,
    -- SHA-256 of account and reference, in hex, while no other payment of the reference may be opened; after that, the
    -- payment id
    open_key        varchar(64)   not null unique,
    -- the merchant's reference; everything but printable ASCII is percent-encoded
    order_reference varchar(600)  not null,
    -- the URL that Aurpay calls when the order is paid, as it was registered
    callback_url    varchar(3000) not null,
    -- null while the call is under way, and for a payment URL until its order is known
    order_id        varchar(64),
    -- chain and currency that the customer pays in; null for a payment URL
    coin            varchar(200),
    price           varchar(80)   not null,
    price_currency  varchar(40)   not null,
    -- what Aurpay responded, as JSON; null while the call is under way
    response        varchar(3000),
    -- as Aurpay spells it; UNKNOWN if the response to the call was lost
    status          varchar(40)   not null,
    -- milliseconds since 1970, UTC
    created_at      numeric(19)   not null,
    -- when to look the order up; the end of the year 9999 if there is nothing more to find out
    due_at          numeric(19)   not null,
    looks           numeric(9)    not null,
    -- REQUESTED while the outcome of a refund is not known, ACCEPTED after Aurpay has accepted the refund, else NONE
    refund_status   varchar(20)   not null,
    -- when the refund was requested; the end of the year 9999 if there was no refund
    refund_at       numeric(19)   not null
);
create index aurpay_payment_due on aurpay_payment (due_at);
create index aurpay_payment_order on aurpay_payment (order_id);
