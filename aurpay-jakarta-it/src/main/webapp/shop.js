'use strict';

const byId = (id) => document.getElementById(id);
const WORDS = { waiting: 'Waiting for your payment…', paid: 'Paid. Thank you!', expired: 'Not paid in time.' };
const purchase = new URLSearchParams(location.search).get('purchase');

/** Shows a purchase until its end, and again when a late payment changes it. */
async function watch() {
  let pause = 1000;
  try {
    const answer = await fetch('api/purchases/' + encodeURIComponent(purchase));
    if (answer.status === 404) {
      byId('state').textContent = 'This purchase is not known here.';
      return;
    }
    const { reference, price, state } = await answer.json();
    byId('reference').textContent = reference;
    byId('amount').textContent = price + ' USD';
    if (byId('state').textContent !== WORDS[state]) {
      byId('state').textContent = WORDS[state];
      byId('state').className = 'state ' + state;
      list();
    }
    if (state === 'paid') return;
    if (state === 'expired') pause = 10000;
  } catch {
    pause = 5000;
  }
  setTimeout(watch, pause);
}

async function list() {
  const purchases = await (await fetch('api/purchases')).json();
  byId('list').replaceChildren(...purchases.map((each) => {
    const item = document.createElement('li');
    const left = document.createElement('a');
    left.href = '?purchase=' + encodeURIComponent(each.reference);
    left.textContent = each.price + ' USD';
    const right = document.createElement('span');
    right.className = each.state;
    right.textContent = each.state;
    item.append(left, right);
    return item;
  }));
  byId('latest').hidden = purchases.length === 0;
}

async function buy(event) {
  event.preventDefault();
  const button = byId('order').querySelector('button');
  const picked = byId('order').querySelector('input[name=pick]:checked').value;
  button.disabled = true;
  byId('problem').textContent = '';
  try {
    const price = picked || byId('price').value.trim().replace(',', '.');
    const answer = await fetch('api/purchases', { method: 'POST', body: new URLSearchParams({ price }) });
    const { payUrl, problem } = await answer.json();
    if (payUrl) location.assign(payUrl);
    else byId('problem').textContent = problem;
  } catch {
    byId('problem').textContent = 'The shop cannot be reached just now. Please try again.';
  }
  button.disabled = false;
}

byId('order').addEventListener('submit', buy);
byId('order').addEventListener('change', () => {
  byId('own').hidden = byId('order').querySelector('input[name=pick]:checked').value !== '';
});
if (purchase) {
  byId('buy').hidden = true;
  byId('purchase').hidden = false;
  watch();
}
list();
