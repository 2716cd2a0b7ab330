/* The clock of the orders, and the faults that can be requested. */

import { spoken } from './names.js';
import { act, button, el } from './page.js';

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

export function clock(ahead) {
  return el('section', { class: 'card' }, el('h2', { text: 'Clock of the orders' }),
    el('p', { id: 'clock', class: 'quiet', text: ahead === 'PT0S' ? 'It shows the real time.' : 'It is ahead by ' + spoken(ahead) + '.' }),
    el('h3', { text: 'Move it forward' }),
    el('div', { class: 'buttons' }, ...MOVES.map(([text, forward], index) => {
      const move = button(text, 'move-' + index, act('clock', { forward }, 'Moved forward by ' + text + '.'));
      move.setAttribute('aria-label', 'Move the clock forward by ' + text);
      return move;
    })));
}

export function faults(state) {
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
    el('h3', { text: 'End them all' }),
    el('div', { class: 'buttons' }, button('No faults', 'no-faults', act('faults/clear', {}, 'No fault is waiting.'))));
}
