create table merchant (
    -- part of the callback URLs: 1 to 64 of A to Z, a to z, 0 to 9, _ and -; never changed
    name varchar(64) not null primary key,
    -- the secrets of the merchant's account, from Aurpay's dashboard
    api_token varchar(200) not null,
    secret_key varchar(200) not null,
    callback_token varchar(200) not null,
    callback_secret varchar(200) not null,
    -- null unless the merchant is changing them
    previous_callback_token varchar(200),
    previous_callback_secret varchar(200),
    -- what userId() returns for this merchant's orders
    user_id varchar(64) not null
);
create table merchant_sale (
    merchant varchar(64) not null,
    -- unique for this merchant only
    reference varchar(200) not null,
    -- open or paid
    state varchar(10) not null,
    primary key (merchant, reference)
);
