/* The overview: orders, callbacks, the clock, faults. */

import { UNNAMED, act, amount, ask, button, el, pageOf, watch } from './page.js';

const CALLBACK_FAULTS = [
  ['Forge its signature', { tampering: 'SIGNATURE' }],
  ['Forge its token', { tampering: 'TOKEN' }],
  ['Change its URL', { tampering: 'URL' }],
  ['Date it two days ago', { dateShift: '-P2D' }],
  ['Send it twice', { copies: 2 }],
  ['Send it 10 s late', { delay: 'PT10S' }],
  ['Lose it', { lost: true }],
];
const API_FAULTS = [
  ['Drop the connection', { fault: 'drop' }],
  ['Cut the response off', { fault: 'cut-off' }],
  ['Respond 5 s late', { fault: 'delay', delay: 'PT5S' }],
  ['Respond with an HTML 502', { fault: 'html', status: 502 }],
  ['Respond with an error code', { fault: 'code', code: 40005 }],
];
const LASTING = [
  ['Lose all callbacks', 'callback-losses', { lost: 100 }],
  ['Lose 30 % of the callbacks', 'callback-losses', { lost: 30 }],
  ['Send 30 % of the callbacks an hour late', 'callback-losses', { late: 30, lateBy: 'PT1H' }],
  ['Let a refund take an hour', 'refund-delay', { delay: 'PT1H' }],
];
const MOVES = [['35 minutes', 'PT35M'], ['6 hours', 'PT6H'], ['1 day', 'P1D'], ['3 days', 'P3D']];
const SHOWN = 8;
const STATES = {
  0: 'no answer', 200: 'OK', 401: 'not authentic', 404: 'not configured', 409: 'rejected', 500: 'failed', 503: 'deferred',
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
    el('div', {}, orderList(state.orders, filter), clock(state.ahead), faults(state)),
    el('div', {}, callbackList(state.callbacks)))]);
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

/** Shows only the latest orders: on a phone, a long list would push callbacks and faults off the screen. */
function orderList(orders, filter) {
  const older = orders.slice(SHOWN);
  const rest = older.length === 0 ? [] : [
    el('details', { id: 'older' }, el('summary', { text: older.length + ' older' }), orderTable(older, 'Older orders'))];
  return el('section', { class: 'card' }, el('h2', { text: 'Orders' }), ...filter, orders.length
    ? orderTable(orders.slice(0, SHOWN), 'Orders')
    : el('p', { class: 'quiet', text: 'This account has no orders yet.' }), ...rest);
}

function orderTable(orders, name) {
  const named = orders.some((order) => order.account);
  const columns = ['Order', ...(named ? ['Account'] : []), 'Price', 'To pay', 'State', 'Created'];
  const rows = orders.map((order) => {
    const cells = [
      [el('a', { href: pageOf(order), id: 'order-' + order.order_id + '-' + (order.account || UNNAMED), class: 'code', text: order.order_id })],
      ...(named ? [[el('a', { href: '#/account/' + order.account, id: 'account-of-' + order.order_id + '-' + order.account, text: order.account })]] : []),
      [order.price + ' ' + order.vs_currency],
      [amount(order)],
      [el('span', { class: 'state ' + order.status, text: order.status })],
      [time(order.create_time + 'Z')]];
    return el('tr', { role: 'row' }, ...cells.map((cell, index) => el('td', { role: 'cell' },
      // a phone has no room for a table head, so each cell repeats the name of its column
      el('span', { class: 'head', 'aria-hidden': 'true', text: columns[index] }), ...cell)));
  });
  const head = columns.map((text) => el('th', { scope: 'col', role: 'columnheader', text }));
  return el('table', { role: 'table', 'aria-label': name },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)), el('tbody', { role: 'rowgroup' }, ...rows));
}

function callbackList(callbacks) {
  const items = callbacks.map((callback) => {
    const attempts = callback.attempts.map((attempt) => el('li', {},
      el('span', { text: '#' + attempt.number }), time(attempt.time),
      el('span', { class: attempt.status === 200 ? 'good' : 'bad', text: answer(attempt) })));
    const again = button('Send again', 'again-' + callback.callback,
      act('callbacks/' + encodeURIComponent(callback.callback) + '/send', {}, 'Sent again.'));
    again.setAttribute('aria-label', 'Send again: ' + callback.event + ', order ' + callback.order_id + (callback.account ? ' of ' + callback.account : ''));
    return el('li', { class: 'callback', 'data-callback': callback.callback },
      el('h3', {}, callback.event + ' ', el('a', { href: pageOf(callback), class: 'code', text: callback.order_id })),
      ...(callback.account ? [el('p', { class: 'quiet', text: 'Account ' + callback.account })] : []),
      el('details', { id: 'url-' + callback.callback }, el('summary', { text: callback.method + ' of this URL' }), el('p', { class: 'code', text: callback.url })),
      el('ol', { class: 'attempts', 'aria-label': 'Attempts' }, ...attempts), again);
  });
  return el('section', { class: 'card' }, el('h2', { text: 'Callbacks' }), items.length
    ? el('ul', {}, ...items)
    : el('p', { class: 'quiet', text: 'None yet: an order that is paid or expires sends one.' }));
}

function answer({ status, error, lost }) {
  if (lost) return 'lost on purpose';
  return status ? status + ' ' + (STATES[status] || '') : STATES[0] + ' (' + error + ')';
}

function clock(ahead) {
  return el('section', { class: 'card' }, el('h2', { text: 'Clock of the orders' }),
    el('p', { id: 'clock', class: 'quiet', text: ahead === 'PT0S' ? 'It shows the real time.' : 'It is ahead by ' + spoken(ahead) + '.' }),
    el('h3', { text: 'Move it forward' }),
    el('div', { class: 'buttons' }, ...MOVES.map(([text, forward], index) => {
      const move = button(text, 'move-' + index, act('clock', { forward }, 'Moved forward by ' + text + '.'));
      move.setAttribute('aria-label', 'Move the clock forward by ' + text);
      return move;
    })));
}

/** Says a duration such as PT73H35M in words. */
function spoken(duration) {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration);
  return [[Math.floor(hours / 24), 'd'], [hours % 24, 'h'], [minutes, 'min']]
    .filter(([number]) => number > 0).map((part) => part.join(' ')).join(' ') || duration;
}

function faults(state) {
  const waiting = state.faults.map((name) => 'next call: ' + name);
  if (state.callback_fault) waiting.push('next callback: ' + state.callback_fault);
  const choice = (prefix, path, extra) => ([text, body], index) => button(text, prefix + index,
    act(path, { ...body, ...extra }, 'Requested: ' + text.toLowerCase() + '.'));
  return el('section', { class: 'card' }, el('h2', { text: 'Faults' }),
    el('p', { id: 'waiting', class: waiting.length ? 'bad' : 'quiet', text: waiting.length ? 'Waiting for the ' + waiting.join('; the ') : 'No fault is waiting.' }),
    ...(state.lasting.length ? [el('p', { id: 'lasting', class: 'bad', text: 'Until you press “No faults”: ' + state.lasting.join('; ') + '.' })] : []),
    el('h3', { text: 'The next callback' }),
    el('div', { class: 'buttons' }, ...CALLBACK_FAULTS.map(choice('callback-fault-', 'callback-plan', { once: true }))),
    el('h3', { text: 'The next call of the API' }),
    el('div', { class: 'buttons' }, ...API_FAULTS.map(choice('fault-', 'faults', { path: '/api/' }))),
    el('h3', { text: 'From now on' }),
    el('div', { class: 'buttons' }, ...LASTING.map(([text, path, body], index) => button(text, 'lasting-' + index,
      act(path, body, 'Requested: ' + text.toLowerCase() + '.')))),
    button('No faults', 'no-faults', act('faults/clear', {}, 'No fault is waiting.')));
}

function time(text) {
  const date = new Date(text);
  const today = date.toDateString() === new Date().toDateString();
  return el('time', { datetime: text, text: today ? date.toLocaleTimeString('en-GB') : date.toLocaleDateString('en-GB') });
}
