create table sale (
    -- a random UUID, because a person who knows the reference can see the page
    reference varchar(36) not null primary key,
    item varchar(200) not null,
    -- in USD
    price decimal(12, 2) not null,
    -- NEW, OPEN, UNDERPAID, EXPIRED or PAID
    state varchar(10) not null,
    -- the payment; null until the customer has chosen a currency
    order_id varchar(40),
    chain varchar(20),
    currency varchar(20),
    -- text and not a number, because a column of numbers adds or removes digits
    amount varchar(80),
    address varchar(200),
    contract_address varchar(200),
    -- in UTC
    pay_until timestamp,
    -- of an underpaid amount; null if nothing is missing, or if nobody knows how much
    received varchar(80),
    missing varchar(80)
);
