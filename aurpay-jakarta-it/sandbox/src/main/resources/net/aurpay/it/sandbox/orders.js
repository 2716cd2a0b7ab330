/* The overview: callbacks, orders, the clock, faults. On a phone, they come in this order. */

import { clock, faults } from './faults.js';
import { coinName, difference, money, status, time } from './names.js';
import { UNNAMED, act, ask, button, el, pageOf, watch } from './page.js';

const SHOWN_ORDERS = 8;
const SHOWN_CALLBACKS = 5;
const ANSWERS = {
  200: 'OK', 401: 'not authentic', 404: 'not configured', 409: 'rejected', 500: 'failed', 503: 'deferred',
};

/** Shows the orders and callbacks of one account, or of all if the name is empty; faults and the clock are global. */
export function orders(account) {
  const state = 'state' + (account && '?account=' + encodeURIComponent(account));
  let filter;
  const load = async () => {
    filter ??= accountFilter(await ask('accounts'), account);
    return ask(state);
  };
  watch(account ? 'Orders of ' + account : 'Orders', load, (state) => [el('div', { class: 'columns' },
    el('h1', { class: 'hidden', text: 'Sandbox' }),
    el('div', { class: 'second' }, callbackList(state.callbacks)),
    el('div', {}, orderList(state, filter, account)),
    el('div', {}, clock(state.ahead), faults(state)))]);
}

/** Created only once, not whenever the page changes; empty if no account has a name. */
function accountFilter(names, account) {
  if (names.length === 0) return [];
  const options = ['', ...names].map((name) => el('option', { value: name, text: name || 'All accounts' }));
  const select = el('select', { id: 'account' }, ...options);
  select.value = account;
  select.addEventListener('change', () => { location.hash = select.value ? '#/account/' + select.value : '#/'; });
  return [el('p', { class: 'filter' }, el('label', { for: 'account', text: 'Account' }), select)];
}

/** Folds what is older: a long list would push everything else off the screen. */
function orderList({ orders, recorded, callbacks }, filter, account) {
  const older = orders.slice(SHOWN_ORDERS);
  return el('section', { class: 'card' }, el('h2', { text: 'Orders' }), ...filter,
    ...(orders.length ? [orderTable(orders.slice(0, SHOWN_ORDERS), 'Orders', callbacks)] : noOrders(account)),
    ...(older.length ? [fold('older', older.length + ' older', orderTable(older, 'Older orders', callbacks))] : []),
    ...(recorded.length ? [fold('recorded', 'Recorded examples (' + recorded.length + ')',
      el('p', { class: 'quiet', text: 'Aurpay’s documentation has them. They are here from the start, so that the API’s lists have something in them.' }),
      orderTable(recorded, 'Recorded examples', callbacks))] : []));
}

function noOrders(account) {
  if (account) return [el('p', { class: 'quiet', text: 'This account has no orders yet.' })];
  return [el('p', { text: 'No orders yet. Give your application this address, and the credentials that the sandbox has printed at its start:' }),
    el('p', { class: 'code', text: 'aurpay/mp-rest/url=' + location.origin }),
    el('p', { class: 'quiet', text: 'Then create a payment there. Its order appears here by itself: open it to pay it.' })];
}

function fold(id, summary, ...content) {
  return el('details', { id, class: 'fold' }, el('summary', { text: summary }), ...content);
}

/** Identifies an order in the ids of elements; two accounts can have orders of the same id. */
const key = (order) => order.order_id + '-' + (order.account || UNNAMED);

function orderTable(orders, name, callbacks) {
  const named = orders.some((order) => order.account);
  const columns = ['Order', ...(named ? ['Account'] : []), 'Price', 'To pay', 'Status', 'Created'];
  const rows = orders.map((order) => {
    const cells = [
      nameOf(order, 'order-'),
      ...(named ? [[el('a', { href: '#/account/' + order.account, id: 'account-of-' + key(order), text: order.account })]] : []),
      [order.price + '\u00a0' + order.vs_currency],
      toPay(order),
      state(order, callbacks.find((callback) => key(callback) === key(order))),
      [el('time', { datetime: order.create_time + 'Z', text: time(order.create_time + 'Z') })]];
    return el('tr', { role: 'row' }, ...cells.map((cell, index) => el('td', { role: 'cell' },
      // a phone has no room for a table head, so each cell repeats the name of its column
      el('span', { class: 'head', 'aria-hidden': 'true', text: columns[index] }), el('div', {}, ...cell))));
  });
  const head = columns.map((text) => el('th', { scope: 'col', role: 'columnheader', class: 'of-' + text.toLowerCase(), text }));
  return el('table', { role: 'table', 'aria-label': name },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)), el('tbody', { role: 'rowgroup' }, ...rows));
}

/** A link to the page of an order: the shop's reference, by which one finds it in the shop, and the id. */
function nameOf(order, prefix) {
  const { reference, order_id } = order;
  const link = el('a', { href: pageOf(order), id: prefix + key(order), class: reference ? 'reference' : 'code', text: reference || order_id });
  return reference ? [link, el('small', { class: 'code', text: order_id })] : [link];
}

function toPay(order) {
  const { name, where } = coinName(order);
  return [el('span', { text: money(order.amount, order) }), el('small', { text: name + ' ' + where }),
    ...difference(order).map(([word, amount]) => el('small', { class: word === 'Received' ? '' : 'bad', text: word + ' ' + amount }))];
}

/** The status, and how the shop has answered the latest callback, which the button shows. */
function state(order, callback) {
  const parts = [el('span', { class: 'state ' + order.status, text: status(order) }), el('small', { class: 'code', text: order.status })];
  if (callback) {
    const last = callback.attempts.at(-1);
    const show = button('Callback: ' + answer(last), 'shows-' + key(order), () => {
      const item = document.getElementById(callback.callback);
      item.closest('details')?.setAttribute('open', '');
      item.focus();
    });
    show.className = 'link ' + (last.status === 200 ? 'good' : 'bad');
    parts.push(show);
  }
  return parts;
}

function callbackList(callbacks) {
  const items = callbacks.map(callbackItem);
  const older = items.slice(SHOWN_CALLBACKS);
  return el('section', { class: 'card' }, el('h2', { text: 'Callbacks' }), items.length
    ? el('ul', {}, ...items.slice(0, SHOWN_CALLBACKS))
    : el('p', { class: 'quiet', text: 'None yet: an order that is paid or expires sends one.' }),
    ...(older.length ? [fold('older-callbacks', older.length + ' older', el('ul', {}, ...older))] : []));
}

function callbackItem(callback) {
  const attempts = callback.attempts.map((attempt) => el('li', {},
    el('span', { text: '#' + attempt.number }), el('time', { datetime: attempt.time, text: time(attempt.time) }),
    el('span', { class: attempt.status === 200 ? 'good' : 'bad', text: answer(attempt) })));
  const again = button('Send again', 'again-' + callback.callback,
    act('callbacks/' + encodeURIComponent(callback.callback) + '/send', {}, 'Sent again.'));
  again.setAttribute('aria-label', 'Send again: ' + callback.event + ', order ' + callback.order_id + (callback.account ? ' of ' + callback.account : ''));
  return el('li', { class: 'callback', id: callback.callback, tabindex: '-1' },
    el('h3', {}, callback.event + ' ', ...nameOf(callback, callback.callback + '-')),
    ...(callback.account ? [el('p', { class: 'quiet', text: 'Account ' + callback.account })] : []),
    el('ol', { class: 'attempts', 'aria-label': 'Attempts' }, ...attempts),
    el('details', { id: 'url-' + callback.callback }, el('summary', { text: callback.method + ' of this URL' }), el('p', { class: 'code', text: callback.url })),
    again);
}

function answer({ status, error, lost }) {
  if (lost) return 'lost on purpose';
  return status ? status + ' ' + (ANSWERS[status] || '') : 'no answer (' + error + ')';
}
