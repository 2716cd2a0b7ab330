'use strict';

const SOONEST = 1000;
const LATEST = 5000;
const PATIENCE = 10000;

const isOpen = (state) => state === 'created' || state === 'opened';
/** Returns a state in a word or two. */
const label = (state) => isOpen(state) ? 'not paid yet' : MEANINGS[state][0].toLowerCase();
const byId = (id) => document.getElementById(id);
const picked = (name) => byId('order').querySelector('input[name=' + name + ']:checked');
const reference = new URLSearchParams(location.search).get('purchase');
let pause = SOONEST;
let timer;
let shown = '';

/** Returns the shop's response, or throws an error whose message the customer can read. */
async function ask(path, form) {
  const away = new Error('The shop cannot be reached at the moment.');
  const request = form ? { method: 'POST', body: new URLSearchParams(form) } : { signal: AbortSignal.timeout(PATIENCE) };
  const response = await fetch('api/' + path, request).catch(() => { throw away; });
  const json = await response.json().catch(() => { throw away; });
  if (json.problem) throw Object.assign(new Error(json.problem), { status: response.status });
  return json;
}

/** Returns a new element with this text, which may be anything. */
const el = (name, text) => Object.assign(document.createElement(name), { textContent: text });

/** Returns a time of the customer's own zone, which the footer names, such as 2026-11-29 02:38:15. */
function time(text) {
  // Swedish dates are written as in ISO 8601
  return Object.assign(el('time', new Date(text).toLocaleString('sv-SE')), { dateTime: text });
}

function showPurchase({ reference, seller, item, price, state, steps, payUrl, refundable, shortfall }) {
  const [word, meaning] = MEANINGS[state];
  const open = isOpen(state);
  byId('item').textContent = item;
  byId('reference').textContent = reference;
  byId('amount').textContent = price + ' USD';
  byId('seller').textContent = SELLERS[seller];
  byId('details').hidden = false;
  byId('state').className = state;
  byId('state').textContent = word;
  byId('meaning').textContent = meaning;
  showLife(state, steps);
  showShortfall(state === 'underpaid' && shortfall);
  const payable = (open || state === 'underpaid') && payUrl;
  byId('payment').hidden = !payable;
  byId('scan').hidden = !open;
  byId('pay').textContent = open ? 'Pay on this device' : 'Open the payment page';
  byId('pay').classList.toggle('main', open);
  if (payable && byId('pay').href !== payUrl) {
    byId('pay').href = payUrl;
    byId('code').src = 'api/purchases/' + encodeURIComponent(reference) + '/code';
  }
  byId('refund').hidden = !refundable;
  document.title = word + ' – The mug shop';
}

/** Shows what has happened, when, and what is still to come: nothing that has not happened looks as if it had. */
function showLife(state, steps) {
  const items = steps.map((step) => {
    const item = document.createElement('li');
    item.append(el('b', STEPS[step.state]), time(step.time));
    return item;
  });
  items.at(-1).className = state;
  items.at(-1).setAttribute('aria-current', 'step');
  if (NEXT[state]) {
    const item = Object.assign(document.createElement('li'), { className: 'next' });
    item.append(el('b', STEPS[NEXT[state]]), el('span', 'not yet'));
    items.push(item);
  }
  byId('life').replaceChildren(...items);
}

function showShortfall(shortfall) {
  byId('shortfall').hidden = !shortfall;
  if (!shortfall) return;
  const { received, missing, currency } = shortfall;
  for (const [id, amount] of Object.entries({ received, missing })) {
    byId(id).replaceChildren(amount + ' ' + currency, ...COINS[currency] ? [el('small', COINS[currency])] : []);
  }
}

function showUnknown(problem) {
  byId('reference').textContent = reference;
  byId('state').className = 'expired';
  byId('state').textContent = problem;
}

function showList(purchases) {
  byId('latest').hidden = purchases.length === 0;
  byId('list').replaceChildren(...purchases.map((each) => {
    const link = Object.assign(el('a', each.item), { href: '?purchase=' + encodeURIComponent(each.reference) });
    const sold = document.createElement('small');
    sold.append(SELLERS[each.seller] + ', ', time(each.steps[0].time));
    const state = Object.assign(el('span', label(each.state)), { className: each.state });
    const item = document.createElement('li');
    item.append(link, el('span', each.price + ' USD'), sold, state);
    return item;
  }));
}

/** Reloads the data every second, less and less often while nothing changes, and at once when the customer comes back. */
async function refresh() {
  clearTimeout(timer);
  try {
    const purchases = await ask('purchases');
    const purchase = reference && await ask('purchases/' + encodeURIComponent(reference))
      .catch((problem) => { if (problem.status === 404) showUnknown(problem.message); else throw problem; });
    const now = JSON.stringify([purchases, purchase]);
    pause = now === shown ? Math.min(pause * 1.05, LATEST) : SOONEST;
    // do not replace what has not changed: the customer would lose focus and selection
    if (now !== shown) {
      showList(purchases);
      if (purchase) showPurchase(purchase);
    }
    shown = now;
    byId('connection').textContent = '';
  } catch (problem) {
    pause = Math.min(pause * 2, LATEST);
    byId('connection').textContent = problem.message + ' Trying again…';
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, pause);
}

function comeBack() {
  if (document.hidden) return;
  pause = SOONEST;
  refresh();
}

/** Shows the mug as it is picked and engraved, and the field for the price if the customer chooses it. */
function showMug() {
  const mug = picked('pick');
  byId('own').hidden = mug.value !== '';
  byId('picture').dataset.mug = mug.dataset.mug;
  const words = byId('words').value.trim();
  byId('engraving').textContent = words;
  byId('engraving').classList.toggle('long', words.length > 16);
}

async function buy(event) {
  event.preventDefault();
  const button = byId('order').querySelector('button');
  button.disabled = true;
  byId('problem').textContent = '';
  byId('price').removeAttribute('aria-invalid');
  try {
    const words = byId('words').value.trim();
    const mug = picked('pick');
    const item = mug.dataset.item + (words && ', “' + words + '”');
    const price = mug.value || byId('price').value;
    const { reference } = await ask('purchases', { seller: picked('seller').value, item, price });
    // keep the button disabled until the customer leaves this page: a second click would make a second purchase
    location.assign('?purchase=' + encodeURIComponent(reference));
  } catch (problem) {
    byId('problem').textContent = problem.message;
    if (problem.status === 400) {
      byId('price').setAttribute('aria-invalid', 'true');
      byId('price').focus();
    }
    button.disabled = false;
  }
}

async function giveBack() {
  byId('refund').disabled = true;
  byId('trouble').textContent = '';
  try {
    await ask('purchases/' + encodeURIComponent(reference) + '/refund', {});
  } catch (problem) {
    byId('trouble').textContent = problem.message;
  }
  byId('refund').disabled = false;
  comeBack();
}

/** Tells the shop that the customer goes to pay, and lets the browser follow the link, in this tab or in another. */
function goAndPay() {
  navigator.sendBeacon('api/purchases/' + encodeURIComponent(reference) + '/opened');
}

byId('order').addEventListener('submit', buy);
byId('pay').addEventListener('click', goAndPay);
byId('refund').addEventListener('click', giveBack);
byId('order').addEventListener('change', showMug);
byId('words').addEventListener('input', showMug);
byId('code').addEventListener('load', () => byId('frame').classList.add('ready'));
byId('code').addEventListener('error', () => { byId('drawing').textContent = 'The QR code cannot be shown. Please use the button below.'; });
document.addEventListener('visibilitychange', comeBack);
addEventListener('pageshow', () => {
  byId('order').querySelector('button').disabled = false;
  showMug();
  comeBack();
});
byId('zone').textContent = new Intl.DateTimeFormat().resolvedOptions().timeZone;
document.querySelector('main').dataset.page = reference ? 'purchase' : 'buy';
byId(reference ? 'purchase' : 'buy').hidden = false;
