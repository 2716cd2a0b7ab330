/* How the pages write what the API says: statuses in words, coins and chains by name, times. */

const STATUSES = {
  PENDING: 'Waiting for payment',
  PARTIAL: 'Underpaid',
  SUCCESS: 'Paid',
  OVERDUE: 'Expired',
  RESOLVED: 'Accepted as paid',
  REFUNDED: 'Refunded',
  FAILED: 'Failed',
  TERMINATED: 'Cancelled',
};
const CHAINS = {
  BTC: 'Bitcoin', BLN: 'Bitcoin Lightning', ETH: 'Ethereum', LTC: 'Litecoin', BSC: 'BNB Smart Chain', TRX: 'TRON',
};
/** By the API's code: what a wallet writes behind the amount, and the name. */
const COINS = {
  'BTC': ['BTC', 'Bitcoin'],
  'BTC-LN': ['BTC', 'Bitcoin Lightning'],
  'ETH': ['ETH', 'Ethereum'],
  'LTC': ['LTC', 'Litecoin'],
  'BNB': ['BNB', 'BNB'],
  'USDT-ERC20': ['USDT', 'Tether USD'],
  'USDT-TRC20': ['USDT', 'Tether USD'],
  'USDC-ERC20': ['USDC', 'USD Coin'],
  'USDC-TRC20': ['USDC', 'USD Coin'],
  'DAI-ERC20': ['DAI', 'Dai'],
};

/** The status of an order in words. */
export function status({ status, awaited }) {
  const word = STATUSES[status] || status;
  return { REMAINDER: word + ', the rest is requested', REFUND: 'Refund requested' }[awaited] || word;
}

export function chainName(chain) {
  return CHAINS[chain] || chain;
}

/** The name of a coin; empty where it is, if the coin has the name of its chain. */
export function coinName({ chain, currency }) {
  const name = COINS[currency]?.[1] || currency;
  return { name, where: name === chainName(chain) ? '' : 'on ' + chainName(chain) };
}

/** Writes an amount of the order's coin as wallets write it, with all its digits. */
export function money(amount, order) {
  return amount + ' ' + (COINS[order.currency]?.[0] || order.currency);
}

/** Says what has arrived, if it is not what was asked for: an array of a name and an amount each. */
export function difference(order) {
  const rest = Number(order.remaining);
  if (!order.obtained || rest === 0 || (rest > 0 && !/PARTIAL|OVERDUE|RESOLVED/.test(order.status))) return [];
  return [['Received', order.obtained], rest > 0 ? ['Missing', order.remaining] : ['Too much', order.remaining.slice(1)]];
}

/** Writes the time of day where the reader is, the same way in every country. */
export function time(text) {
  const date = new Date(text);
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19).replace('T', ' ');
}

export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'this browser';
}

/** Says a duration such as PT73H35M in words. */
export function spoken(duration) {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration);
  return [[Math.floor(hours / 24), 'd'], [hours % 24, 'h'], [minutes, 'min']]
    .filter(([number]) => number > 0).map((part) => part.join(' ')).join(' ') || duration;
}
