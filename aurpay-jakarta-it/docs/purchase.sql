create table purchase (
    reference varchar(200) not null primary key,
    -- open, paid, expired or refunded
    state varchar(10) not null
);
create table parcel (reference varchar(200) not null);
