import { cashier, choose } from './cashier.js';
import { orders } from './orders.js';

function route() {
  const token = /^#\/cashier\/choose\?token=([0-9a-f]+)$/.exec(location.hash);
  const order = /^#\/cashier\/([0-9A-Za-z_-]+)$/.exec(location.hash);
  if (token) choose(token[1]);
  else if (order) cashier(order[1]);
  else orders();
}

addEventListener('hashchange', route);
route();
