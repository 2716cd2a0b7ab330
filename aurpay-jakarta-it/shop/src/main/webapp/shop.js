'use strict';

const MEANINGS = {
  created: ['Waiting for your payment', 'This page changes by itself when the payment is there.'],
  paying: ['You are paying', 'This page changes by itself when the payment is there.'],
  underpaid: ['Underpaid', 'Less than the price has arrived. The shop can accept it, or ask you for the rest; this page then changes by itself.'],
  paid: ['Paid', 'Thank you! Your mug is on its way.'],
  expired: ['Expired', 'The purchase was not paid in time, and your mug is back on the shelf.'],
  'paid-late': ['Paid late', 'Your money arrived after the time to pay was over. The shop has accepted it: your mug is on its way.'],
  refunding: ['Refund requested', 'The payment service has not confirmed yet that it has refunded your money.'],
  refunded: ['Refunded', 'Your money is on its way back.'],
};
/** Each seller has an account of its own at the payment service. */
const SELLERS = { shop: 'The mug shop', north: 'North Pottery' };
/** The steps that the page shows for each state. */
const LIVES = {
  created: ['created', 'paying', 'paid'],
  paying: ['created', 'paying', 'paid'],
  underpaid: ['created', 'underpaid', 'paid'],
  paid: ['created', 'paying', 'paid'],
  expired: ['created', 'paying', 'expired'],
  'paid-late': ['created', 'expired', 'paid-late'],
  refunding: ['created', 'paid', 'refunding'],
  refunded: ['created', 'paid', 'refunded'],
};
const SOONEST = 1000;
const LATEST = 5000;
const PATIENCE = 10000;

/** Returns a state as people read it. */
const label = (state) => state.replace('-', ' ');
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

function showPurchase({ reference, seller, item, price, state, payUrl, refundable }) {
  const [word, meaning] = MEANINGS[state];
  const open = state === 'created' || state === 'paying';
  byId('item').textContent = item;
  byId('reference').textContent = reference;
  byId('amount').textContent = price + ' USD';
  byId('seller').textContent = SELLERS[seller];
  showLife(state);
  byId('state').className = state;
  byId('state').textContent = word;
  byId('meaning').textContent = meaning;
  const payable = (open || state === 'underpaid') && payUrl;
  byId('payment').hidden = !payable;
  byId('scan').hidden = !open;
  byId('pay').textContent = open ? 'Pay on this device' : 'See what is missing';
  if (payable && byId('pay').href !== payUrl) {
    byId('pay').href = payUrl;
    byId('code').src = 'api/purchases/' + encodeURIComponent(reference) + '/code';
  }
  byId('refund').hidden = !refundable;
  document.title = word + ' – The mug shop';
}

function showLife(state) {
  const reached = LIVES[state].indexOf(state);
  byId('life').replaceChildren(...LIVES[state].map((step, index) => {
    const item = document.createElement('li');
    item.textContent = label(step);
    item.className = index === reached ? state : index < reached ? 'done' : '';
    if (index === reached) item.setAttribute('aria-current', 'step');
    return item;
  }));
}

function showUnknown(problem) {
  byId('life').hidden = true;
  byId('reference').textContent = reference;
  byId('state').className = 'expired';
  byId('state').textContent = problem;
}

function showList(purchases) {
  byId('latest').hidden = purchases.length === 0;
  byId('list').replaceChildren(...purchases.map((each) => {
    const link = document.createElement('a');
    link.href = '?purchase=' + encodeURIComponent(each.reference);
    link.textContent = each.item;
    const time = document.createElement('time');
    time.dateTime = each.time;
    time.textContent = new Date(each.time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    const sold = document.createElement('small');
    sold.append(SELLERS[each.seller] + ', ', time);
    const price = document.createElement('span');
    price.textContent = each.price + ' USD';
    const state = document.createElement('span');
    state.className = each.state;
    state.textContent = label(each.state);
    const item = document.createElement('li');
    item.append(link, price, sold, state);
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

function pick() {
  byId('own').hidden = picked('pick').value !== '';
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
  navigator.sendBeacon('api/purchases/' + encodeURIComponent(reference) + '/paying');
}

byId('order').addEventListener('submit', buy);
byId('pay').addEventListener('click', goAndPay);
byId('refund').addEventListener('click', giveBack);
byId('order').addEventListener('change', pick);
document.addEventListener('visibilitychange', comeBack);
addEventListener('pageshow', () => {
  byId('order').querySelector('button').disabled = false;
  pick();
  comeBack();
});
byId(reference ? 'purchase' : 'buy').hidden = false;
