create table paid_order (
    payment_id char(32) not null primary key,
    reference varchar(200) not null
);
