-- the URL to send again. Percent-encode the reference if it contains anything other than letters and digits
select 'https://shop.example.com/shop/aurpay/callbacks/succeeded?reference=' || order_reference || '&payment=' || payment_id
from aurpay_callback where account = '(unnamed)' and order_reference = 'A1' and kind = 'SUCCEEDED';

-- the next callback of that payment has its effect once more
delete from aurpay_callback where account = '(unnamed)' and order_reference = 'A1' and kind = 'SUCCEEDED';
