/* The cashier page, where customers pay for an order, too little or too late, and what the merchant can do then. */

import { act, amount, ask, button, el, ofAccount, pageOf, say, watch } from './page.js';

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

export function cashier(id, account) {
  const path = 'orders/' + encodeURIComponent(id);
  const query = ofAccount(account);
  const here = location.hash;
  let open = false;
  let leaving = false;
  watch('Order', () => ask(path + query), (order) => {
    const back = /SUCCESS|RESOLVED/.test(order.status) ? order.succeed_url : order.status === 'OVERDUE' ? order.timeout_url : null;
    open = open || !back;
    const card = el('section', { class: 'card narrow' },
      el('h1', { text: order.price + ' ' + order.vs_currency }),
      el('p', { class: 'amount', text: amount(order) }),
      el('p', { class: 'state ' + order.status, text: order.status }),
      ...toPay(order),
      ...buttons(order, (action, text, main) => button(text, action, act(path + '/' + action + query, {}), main)));
    if (back) {
      // redirect once only, and only a customer who saw the order open: not one who comes back, and no merchant
      if (open && !leaving) setTimeout(() => { if (location.hash === here) goTo(back); }, 2500);
      leaving = true;
      card.append(button('Back to the shop', 'back', () => goTo(back), true));
    }
    card.append(el('dl', {},
      ...(order.account ? [el('dt', { text: 'Account' }), el('dd', { text: order.account })] : []),
      el('dt', { text: 'Order' }), el('dd', { class: 'code', text: order.order_id }),
      el('dt', { text: 'To this address on ' + order.chain_name }), el('dd', { class: 'code', text: order.to_addr || '–' })));
    return [card];
  });
}

function toPay(order) {
  if (order.status !== 'PENDING') return [];
  return [
    el('figure', {},
      el('img', { src: '/sandbox/codes/' + encodeURIComponent(order.order_id) + ofAccount(order.account), alt: 'QR code of the address to pay to', width: 200, height: 200 }),
      el('figcaption', { class: 'quiet', text: 'The address, for a wallet. Here these buttons do instead:' })),
    el('p', { class: 'quiet', text: 'Open for about ' + order.minutes_left + ' more minutes.' })];
}

function buttons(order, button) {
  const { status, awaited } = order;
  if (status === 'PENDING') {
    return [button('pay', 'Pay', true), button('underpay', 'Underpay'), button('overpay', 'Overpay'), button('expire', 'Let it expire')];
  }
  if (/SUCCESS|RESOLVED/.test(status)) {
    return [awaited === 'REFUND' ? button('complete-refund', 'Complete the refund') : button('refund', 'Refund')];
  }
  if (!/PARTIAL|OVERDUE/.test(status)) return [];
  const rest = Number(order.remaining) > 0;
  const customer = awaited === 'REMAINDER' ? [button('pay', 'Pay the rest', true)]
    : status === 'PARTIAL' ? [button('expire', 'Let it expire')]
    : rest ? [button('pay-late', 'Pay late')] : [];
  const merchant = [button('resolve', 'Accept as paid', awaited !== 'REMAINDER')];
  if (rest && awaited !== 'REMAINDER') merchant.push(button('request-remaining', 'Request the remaining amount'));
  return [...customer,
    el('h2', { class: 'merchant', text: 'In the merchant’s dashboard' }),
    el('p', { class: 'quiet', text: 'The dashboard calls these buttons RESOLVE and REQUEST REMAINING.' }), ...merchant];
}
