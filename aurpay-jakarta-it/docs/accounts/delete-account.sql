-- upper-case letters have a ^ before them in the column, so the merchant North has '^north'
delete from aurpay_callback where account = 'north';
delete from aurpay_payment where account = 'north';
