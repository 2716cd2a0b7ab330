/* What a customer does not see on the page of an order: what makes money arrive, time pass and merchants decide. */

import { copyRow, el } from './page.js';

/**
 * The box below the customer's page.
 *
 * @param press creates a button of an action, a text and whether it is the likely one
 */
export function controls(order, press) {
  const { reference, account } = order;
  return el('section', { class: 'controls narrow', 'aria-labelledby': 'controls' },
    el('h2', { id: 'controls', text: 'Sandbox controls' }),
    el('p', { class: 'quiet', text: 'Your customers do not see this box.' }),
    ...group('The customer’s wallet', wallet(order, press)),
    ...group('Time', time(order, press)),
    ...group('The merchant’s dashboard', dashboard(order, press)),
    ...(/PARTIAL|OVERDUE/.test(order.status) ? [el('p', { class: 'quiet', text: theirNames(order) })] : []),
    el('dl', {},
      ...(account ? [el('dt', { text: 'Account' }), el('dd', { text: account })] : []),
      ...(reference ? copyRow('Reference', reference, 'reference') : []),
      el('dt', { text: 'Status in the API' }), el('dd', { class: 'code', text: order.status })),
    el('p', {}, el('a', { href: '#/', text: 'All orders and callbacks' })));
}

function group(name, buttons) {
  return buttons.length ? [el('h3', { text: name }), el('div', { class: 'buttons' }, ...buttons)] : [];
}

function wallet({ status, awaited, remaining }, press) {
  if (status === 'PENDING') return [press('pay', 'Pay', true), press('underpay', 'Underpay'), press('overpay', 'Overpay')];
  if (awaited === 'REMAINDER') return [press('pay', 'Pay the rest', true)];
  return status === 'OVERDUE' && Number(remaining) > 0 ? [press('pay-late', 'Pay late')] : [];
}

function time({ status }, press) {
  return /PENDING|PARTIAL/.test(status) ? [press('expire', 'Let it expire')] : [];
}

function dashboard({ status, awaited, remaining }, press) {
  if (awaited === 'REFUND') return [press('complete-refund', 'Complete the refund')];
  if (/SUCCESS|RESOLVED/.test(status)) return [press('refund', 'Refund')];
  if (!/PARTIAL|OVERDUE/.test(status)) return [];
  const resolve = press('resolve', 'Accept as paid');
  return requestable({ awaited, remaining })
    ? [resolve, press('request-remaining', 'Request the remaining amount')] : [resolve];
}

function requestable({ awaited, remaining }) {
  return awaited !== 'REMAINDER' && Number(remaining) > 0;
}

function theirNames(order) {
  return requestable(order) ? 'Aurpay calls these RESOLVE and REQUEST REMAINING.' : 'Aurpay calls this RESOLVE.';
}
