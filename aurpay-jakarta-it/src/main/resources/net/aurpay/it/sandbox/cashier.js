'use strict';

const view = document.getElementById('view');
let tick = 0;

/** An element with text and children; text is never markup. */
function el(name, options, ...children) {
  const node = document.createElement(name);
  const { text, on, ...attributes } = options || {};
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  if (on) node.addEventListener('click', on);
  node.append(...children);
  return node;
}

async function ask(path, body) {
  const answer = await fetch('/sandbox/' + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok || json.result === false) throw new Error(json.message || 'HTTP ' + answer.status);
  return json;
}

function show(wide, ...nodes) {
  view.className = wide ? 'wide' : '';
  view.replaceChildren(...nodes);
}

function fail(error) {
  view.append(el('p', { class: 'error', role: 'alert', text: error.message }));
}

/** Leaves for the merchant's page: only over HTTP, whatever was registered. */
function goTo(url) {
  if (url && /^https?:\/\//i.test(url)) location.assign(url);
}

async function choose(token) {
  const choice = await ask('choices/' + encodeURIComponent(token));
  if (choice.order_id) {
    location.replace('#/cashier/' + choice.order_id);
    return;
  }
  const coins = choice.coins.map((coin) => el('button', {
    on: () => ask('choices/' + encodeURIComponent(token), { chain: coin.chain, currency: coin.currency })
      .then((order) => { location.replace('#/cashier/' + order.order_id); }).catch(fail),
  }, el('strong', { text: coin.currency }), el('small', { text: coin.chain })));
  show(false, el('section', { class: 'card' },
    el('h1', { text: 'To pay' }),
    el('div', { class: 'amount', text: choice.price + ' ' + choice.currency })),
  el('section', { class: 'card' }, el('h1', { text: 'Pay in' }), el('div', { class: 'coins' }, ...coins)));
}

async function cashier(id) {
  const order = await ask('orders/' + encodeURIComponent(id));
  const act = (action) => () => ask('orders/' + encodeURIComponent(id) + '/' + action, {})
    .then(() => cashier(id)).catch(fail);
  const pending = order.status === 'PENDING';
  const left = Math.max(0, Math.round((Date.parse(order.create_time + 'Z') + 1800000 - Date.now()) / 60000));
  const card = el('section', { class: 'card' },
    el('h1', { text: order.vs_price + ' ' + order.vs_currency }),
    el('div', { class: 'amount', text: order.amount + ' ' + order.currency }),
    el('dl', {},
      el('dt', { text: 'To this address on ' + order.chain_name }), el('dd', { class: 'address', text: order.to_addr }),
      el('dt', { text: 'State' }), el('dd', { class: 'state ' + order.status, text: order.status }),
      el('dt', { text: 'Order' }), el('dd', { class: 'number', text: order.order_id })));
  if (pending) {
    card.append(el('p', { class: 'quiet', text: 'Open for about ' + left + ' more minutes.' }),
      el('button', { class: 'main', text: 'Pay', on: act('pay') }),
      el('button', { text: 'Underpay', on: act('underpay') }),
      el('button', { text: 'Let it expire', on: act('expire') }));
  }
  if (order.status === 'PARTIAL') card.append(el('button', { text: 'Accept as paid', on: act('resolve') }));
  const back = /SUCCESS|RESOLVED/.test(order.status) ? order.succeed_url : order.status === 'OVERDUE' ? order.timeout_url : null;
  if (back) {
    card.append(el('p', { text: 'Back to the shop in a moment.' }),
      el('button', { class: 'main', text: 'Back to the shop', on: () => goTo(back) }));
    const mine = tick;
    setTimeout(() => { if (mine === tick) goTo(back); }, 2500);
  }
  show(false, card);
}

async function list() {
  const orders = await ask('orders');
  const rows = orders.map((order) => el('tr', {},
    el('td', { class: 'number' }, el('a', { href: '#/cashier/' + order.order_id, text: order.order_id })),
    el('td', { text: order.vs_price + ' ' + order.vs_currency }),
    el('td', { text: order.currency }),
    el('td', { class: 'state ' + order.status, text: order.status }),
    el('td', {}, ...order.callbacks.map((attempt) => el('div', { class: 'quiet', text:
      attempt.method + ' #' + attempt.number + ': ' + (attempt.status || attempt.error) })))));
  const head = ['Order', 'Price', 'Paid in', 'State', 'Callbacks'].map((text) => el('th', { scope: 'col', text }));
  show(true, el('section', { class: 'card scroll' }, el('h1', { text: 'Orders' }),
    el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows))));
}

function route() {
  tick++;
  const hash = location.hash;
  const token = /^#\/cashier\/choose\?token=([0-9a-f]+)$/.exec(hash);
  const order = /^#\/cashier\/([0-9A-Za-z_-]+)$/.exec(hash);
  const page = token ? choose(token[1]) : order ? cashier(order[1]) : list();
  page.catch((error) => { show(false, el('section', { class: 'card' }, el('p', { class: 'error', text: error.message }))); });
}

addEventListener('hashchange', route);
route();
