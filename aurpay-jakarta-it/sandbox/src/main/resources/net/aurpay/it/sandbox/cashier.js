/* The cashier: the page where customers choose a coin, and the page of an order, where they pay and see what became of it. */

import { controls } from './controls.js';
import { chainName, coinName, difference, money, status } from './names.js';
import { act, ask, button, copyButton, copyRow, el, ofAccount, pageOf, say, watch } from './page.js';

const SENTENCES = {
  PENDING: 'This page changes by itself once your payment has arrived.',
  PARTIAL: 'Less than the price has arrived. The shop can accept it, or ask you for the rest; this page then changes by itself.',
  SUCCESS: 'Thank you! Your payment has arrived.',
  RESOLVED: 'Thank you! The shop has accepted what you have paid.',
  OVERDUE: 'The time to pay is over. Please do not pay any more.',
  LATE: 'The time to pay is over. Please ask the shop about what you have paid.',
  REFUNDED: 'Your money is on its way back to you.',
  REMAINDER: 'Less than the price has arrived. The shop asks you to pay the rest.',
  REFUND: 'The shop has asked for your money to be sent back.',
};

function sentence({ status, awaited, obtained, minutes_left: minutes }) {
  const left = status !== 'PENDING' ? '' : minutes > 1 ? 'You have about ' + minutes + ' minutes left. ' : 'You have about a minute left. ';
  return left + (SENTENCES[awaited] || (status === 'OVERDUE' && obtained && SENTENCES.LATE) || SENTENCES[status] || '');
}

/** Leaves for the merchant's page, unless the registered URL is something other than HTTP (such as javascript:). */
function goTo(url) {
  if (url && /^https?:\/\//i.test(url)) location.assign(url);
}

export function choose(token) {
  const path = 'choices/' + encodeURIComponent(token);
  const take = (coin) => () => ask(path, { chain: coin.chain, currency: coin.currency })
    .then((order) => location.replace(pageOf(order)))
    .catch((error) => say('', error.message));
  watch('Pay', () => ask(path), (choice) => {
    if (choice.order_id) {
      location.replace(pageOf(choice));
      return [];
    }
    const coins = choice.coins.map((coin, index) => {
      const { name, where } = coinName(coin);
      const one = button('', 'coin-' + index, take(coin));
      one.append(el('strong', { text: name }), el('small', { text: where }), el('small', { class: 'code', text: coin.currency }));
      return one;
    });
    return [
      el('section', { class: 'card narrow' },
        el('h1', { text: 'To pay' }), el('p', { class: 'amount', text: choice.price + ' ' + choice.currency })),
      el('section', { class: 'card narrow' }, el('h2', { text: 'Pay with' }), el('div', { class: 'coins' }, ...coins))];
  });
}

export function cashier(id, account) {
  const path = 'orders/' + encodeURIComponent(id);
  const query = ofAccount(account);
  const here = location.hash;
  const code = qrCode('/sandbox/codes/' + encodeURIComponent(id) + query);
  let open = false;
  let leaving = false;
  let shown;
  watch('Order', () => ask(path + query), (order) => {
    const payable = order.status === 'PENDING' || order.awaited === 'REMAINDER';
    const back = /SUCCESS|RESOLVED/.test(order.status) ? order.succeed_url : order.status === 'OVERDUE' && !payable ? order.timeout_url : null;
    open = open || !back;
    const word = status(order);
    if (shown && shown !== word) say('This order is now: ' + word + '.');
    shown = word;
    // redirect once only, and only a customer who saw the order open: not one who comes back, and no merchant
    if (back && open && !leaving) setTimeout(() => { if (location.hash === here) goTo(back); }, 2500);
    leaving ||= Boolean(back);
    return [
      el('section', { class: 'card narrow', 'aria-label': 'Your payment' },
        el('h1', { text: order.price + ' ' + order.vs_currency }),
        el('p', { class: 'state ' + order.status, text: word }),
        el('p', { class: 'quiet', text: sentence(order) }),
        ...(back ? [button('Back to the shop', 'back', () => goTo(back), true)] : []),
        ...received(order),
        ...(payable ? toPay(order, code) : []),
        el('dl', {}, ...copyRow('Order', order.order_id, 'order number'))),
      controls(order, (action, text, main) => button(text, action, act(path + '/' + action + query, {}), main))];
  });
}

/** Created once for each order, so that the image does not flicker whenever the page changes. */
function qrCode(src) {
  const image = el('img', { alt: '', width: 200, height: 200, class: 'loading' });
  image.addEventListener('load', () => image.removeAttribute('class'));
  return (alt) => {
    if (!image.src) image.src = src;
    image.alt = alt;
    return image;
  };
}

/** What has arrived: what is missing is to be seen at a glance. */
function received(order) {
  if (!order.obtained) return [];
  // once the shop has accepted it, nothing is missing
  const parts = difference(order).filter(([word]) => word !== 'Missing' || order.status !== 'RESOLVED');
  const rows = parts.length ? [['Asked for', order.amount], ...parts] : [['Received', order.obtained]];
  return [el('dl', { class: 'sums' }, ...rows.flatMap(([word, amount]) =>
    [el('dt', { text: word }), el('dd', { class: word === 'Missing' ? 'missing' : '', text: money(amount, order) })]))];
}

function toPay(order, code) {
  const lightning = order.chain === 'BLN';
  const { name, where } = coinName(order);
  const what = lightning ? 'invoice' : 'address';
  return [
    el('p', { class: 'quiet label', text: 'Please pay exactly' }),
    el('p', { class: 'copied' }, el('span', { class: 'amount', text: money(order.remaining, order) }), copyButton('amount', order.remaining)),
    el('p', { class: 'quiet' }, name + ' ' + where + ' ', el('small', { class: 'code', text: order.currency })),
    ...(order.pay_to ? [el('figure', {}, code('QR code of the ' + what + ' to pay to'))] : []),
    el('dl', {}, ...copyRow(lightning ? 'With this Lightning invoice' : 'To this address on ' + chainName(order.chain), order.pay_to, what))];
}
