/* The cashier page, where customers pay for an order, underpay or let it expire. */

import { act, amount, ask, button, el, say, watch } from './page.js';

/** Leaves for the merchant's page, unless the registered URL is something other than HTTP (such as javascript:). */
function goTo(url) {
  if (url && /^https?:\/\//i.test(url)) location.assign(url);
}

export function choose(token) {
  const path = 'choices/' + encodeURIComponent(token);
  const take = (coin) => () => ask(path, { chain: coin.chain, currency: coin.currency })
    .then((order) => location.replace('#/cashier/' + order.order_id))
    .catch((error) => say('', error.message));
  watch('Pay', () => ask(path), (choice) => {
    if (choice.order_id) {
      location.replace('#/cashier/' + choice.order_id);
      return [];
    }
    const coins = choice.coins.map((coin, index) => {
      const one = button('', 'coin-' + index, take(coin));
      one.append(el('strong', { text: coin.currency }), el('small', { text: coin.chain }));
      return one;
    });
    return [
      el('section', { class: 'card narrow' },
        el('h1', { text: 'To pay' }), el('p', { class: 'amount', text: choice.price + ' ' + choice.currency })),
      el('section', { class: 'card narrow' }, el('h2', { text: 'Pay in' }), el('div', { class: 'coins' }, ...coins))];
  });
}

export function cashier(id) {
  const path = 'orders/' + encodeURIComponent(id);
  let leaving = false;
  const load = async () => {
    const order = await ask(path);
    return { order, left: Math.max(0, Math.round((Date.parse(order.expires) - Date.now()) / 60000)) };
  };
  watch('Order', load, ({ order, left }) => {
    const back = /SUCCESS|RESOLVED/.test(order.status) ? order.succeed_url : order.status === 'OVERDUE' ? order.timeout_url : null;
    const card = el('section', { class: 'card narrow' },
      el('h1', { text: order.price + ' ' + order.vs_currency }),
      el('p', { class: 'amount', text: amount(order) }),
      el('p', { class: 'state ' + order.status, text: order.status }),
      ...toPay(order, left),
      ...buttons(order.status, (action, text, main) => button(text, action, act(path + '/' + action, {}), main)));
    if (back) {
      // redirect once only: a customer who stays, or who comes back to this page, must not be sent away again
      if (!leaving && document.referrer !== back) setTimeout(() => { if (location.hash.endsWith(id)) goTo(back); }, 2500);
      leaving = true;
      card.append(button('Back to the shop', 'back', () => goTo(back), true));
    }
    card.append(el('dl', {},
      el('dt', { text: 'Order' }), el('dd', { class: 'code', text: order.order_id }),
      el('dt', { text: 'To this address on ' + order.chain_name }), el('dd', { class: 'code', text: order.to_addr || '–' })));
    return [card];
  });
}

function toPay(order, left) {
  if (order.status !== 'PENDING') return [];
  return [
    el('figure', {},
      el('img', { src: '/sandbox/codes/' + encodeURIComponent(order.order_id), alt: 'QR code of the address to pay to', width: 200, height: 200 }),
      el('figcaption', { class: 'quiet', text: 'The address, for a wallet. Here these buttons do instead:' })),
    el('p', { class: 'quiet', text: 'Open for about ' + left + ' more minutes.' })];
}

function buttons(status, button) {
  if (status === 'PENDING') {
    return [button('pay', 'Pay', true), button('underpay', 'Underpay'), button('expire', 'Let it expire')];
  }
  if (status === 'PARTIAL') return [button('resolve', 'Accept as paid', true)];
  return /SUCCESS|RESOLVED/.test(status) ? [button('refund', 'Refund')] : [];
}
