import { cashier, choose } from './cashier.js';
import { zone } from './names.js';
import { orders } from './orders.js';

function route() {
  const token = /^#\/cashier\/choose\?token=([0-9a-f]+)$/.exec(location.hash);
  const order = /^#\/cashier\/([0-9A-Za-z_-]+)(?:\?account=([0-9A-Za-z_-]+))?$/.exec(location.hash);
  const account = /^#\/account\/([0-9A-Za-z_-]+|\(unnamed\))$/.exec(location.hash);
  if (token) choose(token[1]);
  else if (order) cashier(order[1], order[2]);
  else orders(account ? account[1] : '');
}

document.getElementById('zone').textContent = 'Times are in ' + zone() + '.';
addEventListener('hashchange', route);
route();
