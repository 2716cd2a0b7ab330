'use strict';

const MEANINGS = {
  waiting: ['Waiting for payment', 'This page changes by itself when the payment is there.'],
  paid: ['Paid', 'Thank you! Your mug is on its way.'],
  expired: ['Expired', 'It was not paid in time, and your mug is back on the shelf.'],
};
const SOONEST = 1000;
const LATEST = 5000;

const byId = (id) => document.getElementById(id);
const picked = () => byId('order').querySelector('input[name=pick]:checked').value;
const reference = new URLSearchParams(location.search).get('purchase');
let pause = SOONEST;
let timer;
let shown = '';

/** The shop's answer; an error with a sentence for the customer if there is none. */
async function ask(path, form) {
  const away = new Error('The shop cannot be reached just now.');
  const request = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const answer = await fetch('api/' + path, request).catch(() => { throw away; });
  const json = await answer.json().catch(() => { throw away; });
  if (json.problem) throw Object.assign(new Error(json.problem), { status: answer.status });
  return json;
}

function showPurchase({ reference, price, state, payUrl }) {
  const [word, meaning] = MEANINGS[state];
  byId('reference').textContent = reference.slice(0, 8);
  byId('amount').textContent = price + ' USD';
  byId('state').className = state;
  byId('state').textContent = word;
  byId('meaning').textContent = meaning;
  byId('pay').hidden = state !== 'waiting' || !payUrl;
  if (payUrl) byId('pay').href = payUrl;
  document.title = word + ' – The mug shop';
}

function showUnknown(problem) {
  byId('state').className = 'expired';
  byId('state').textContent = problem;
}

function showList(purchases) {
  byId('latest').hidden = purchases.length === 0;
  byId('list').replaceChildren(...purchases.map((each) => {
    const link = document.createElement('a');
    link.href = '?purchase=' + encodeURIComponent(each.reference);
    link.textContent = each.price + ' USD';
    const time = document.createElement('time');
    time.dateTime = each.time;
    time.textContent = new Date(each.time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    const state = document.createElement('span');
    state.className = each.state;
    state.textContent = each.state;
    const item = document.createElement('li');
    item.append(link, time, state);
    return item;
  }));
}

/** Looks each second, less and less often while nothing changes, and at once when the customer comes back. */
async function refresh() {
  clearTimeout(timer);
  try {
    const purchases = await ask('purchases');
    const purchase = reference && await ask('purchases/' + encodeURIComponent(reference))
      .catch((problem) => { if (problem.status === 404) showUnknown(problem.message); else throw problem; });
    const now = JSON.stringify([purchases, purchase]);
    pause = now === shown ? Math.min(pause * 1.05, LATEST) : SOONEST;
    // what has not changed stays, and with it focus and selection
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
  byId('own').hidden = picked() !== '';
}

async function buy(event) {
  event.preventDefault();
  const button = byId('order').querySelector('button');
  button.disabled = true;
  byId('problem').textContent = '';
  byId('price').removeAttribute('aria-invalid');
  try {
    const { payUrl } = await ask('purchases', { price: picked() || byId('price').value });
    if (!payUrl) throw new Error('The payment service gave no page to pay on. Please try again.');
    // the button stays as it is until this page is left: a second click would be a second purchase
    location.assign(payUrl);
  } catch (problem) {
    byId('problem').textContent = problem.message;
    if (problem.status === 400) {
      byId('price').setAttribute('aria-invalid', 'true');
      byId('price').focus();
    }
    button.disabled = false;
  }
}

byId('order').addEventListener('submit', buy);
byId('order').addEventListener('change', pick);
document.addEventListener('visibilitychange', comeBack);
addEventListener('pageshow', () => {
  byId('order').querySelector('button').disabled = false;
  pick();
  comeBack();
});
byId(reference ? 'purchase' : 'buy').hidden = false;
