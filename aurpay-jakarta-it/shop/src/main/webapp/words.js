'use strict';

/** What the page says about each state. */
const MEANINGS = {
  created: ['Waiting for your payment', 'This page changes by itself when the payment has arrived.'],
  opened: ['Waiting for your payment', 'You have opened the payment page. This page changes by itself when the payment has arrived.'],
  underpaid: ['Underpaid', 'Less than the price has arrived. The shop can accept it, or ask you for the rest; please send nothing before that. This page changes by itself.'],
  paid: ['Paid', 'Thank you! Your mug is on its way.'],
  expired: ['Expired', 'The purchase was not paid in time, and your mug is back on the shelf.'],
  'paid-late': ['Paid late', 'Your money arrived after the time to pay was over. The shop has accepted it: your mug is on its way.'],
  refunding: ['Refund requested', 'The payment service has not confirmed yet that it has refunded your money.'],
  refunded: ['Refunded', 'Your money is on its way back.'],
};
/** What has happened when a purchase gets into each state. */
const STEPS = {
  created: 'Ordered',
  opened: 'Payment page opened',
  underpaid: 'A part was paid',
  paid: 'Paid',
  expired: 'Expired',
  'paid-late': 'Paid late',
  refunding: 'Refund requested',
  refunded: 'Refunded',
};
/** What everybody hopes for in each state; for the other states, nothing more is to come. */
const NEXT = { created: 'paid', opened: 'paid', underpaid: 'paid', refunding: 'refunded' };
/** Each seller has an account of its own at the payment service. */
const SELLERS = { shop: 'The mug shop', north: 'North Pottery' };
/** The names of currencies; of any other, the page shows the code. */
const COINS = {
  BNB: 'BNB on BNB Smart Chain',
  BTC: 'Bitcoin',
  'BTC-LN': 'Bitcoin Lightning',
  'DAI-ERC20': 'Dai on Ethereum',
  ETH: 'Ethereum',
  LTC: 'Litecoin',
  'USDC-ERC20': 'USD Coin on Ethereum',
  'USDC-TRC20': 'USD Coin on TRON',
  'USDT-ERC20': 'Tether USD on Ethereum',
  'USDT-TRC20': 'Tether USD on TRON',
};
