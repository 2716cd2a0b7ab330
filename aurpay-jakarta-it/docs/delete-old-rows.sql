-- PostgreSQL; the library does the same by itself, after aurpay.webhook.retention
delete from aurpay_callback
where received_at < extract(epoch from now() - interval '30 days') * 1000
  and payment_id is null and order_key = callback_key;
