/* Functions that all pages share. */

const view = document.getElementById('view');
let current = 0;
let timer;
let saying;
let look = () => {};

/** Creates an element with text and children; the text is never interpreted as markup. */
export function el(name, options, ...children) {
  const node = document.createElement(name);
  const { text, on, ...attributes } = options || {};
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  if (on) node.addEventListener('click', on);
  node.append(...children);
  return node;
}

export async function ask(path, body) {
  const away = new Error('The sandbox cannot be reached.');
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch('/sandbox/' + path, request).catch(() => { throw away; });
  const json = await response.json().catch(() => { throw away; });
  if (!response.ok || json.result === false) throw new Error(json.message || 'HTTP ' + response.status);
  return json;
}

/** Returns a handler that sends a request, reports success or failure, and refreshes the page at once. */
export function act(path, body, done) {
  return () => ask(path, body)
    .then(() => say(done || ''))
    .then(look)
    .catch((error) => say('', error.message));
}

/** Reports a success for a while, or a problem until it is over. */
export function say(done, problem) {
  const said = document.getElementById('said');
  said.textContent = done;
  clearTimeout(saying);
  if (done) saying = setTimeout(() => { said.textContent = ''; }, 8000);
  document.getElementById('trouble').textContent = problem || '';
}

/** Shows the data, and reloads it every second. */
export function watch(title, load, draw) {
  const mine = ++current;
  let shown;
  say('');
  document.title = title + ' – Aurpay sandbox';
  look = async () => {
    if (mine !== current) return;
    clearTimeout(timer);
    let waiting = 1000;
    try {
      const data = await load();
      if (mine !== current) return;
      const now = JSON.stringify(data);
      if (now !== shown) show(...draw(data));
      shown = now;
      document.getElementById('trouble').textContent = '';
    } catch (error) {
      if (mine !== current) return;
      if (shown === undefined) show();
      say('', error.message);
      waiting = 3000;
    }
    clearTimeout(timer);
    timer = setTimeout(look, waiting);
  };
  look();
}

/** Replaces the view. Opened details stay open and the focus stays, if the new view has an element with the same id. */
function show(...nodes) {
  const focused = view.contains(document.activeElement) ? document.activeElement.id : null;
  const open = [...view.querySelectorAll('details[open]')].map((each) => each.id);
  view.replaceChildren(...nodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused === null) return;
  const again = document.getElementById(focused);
  const heading = view.querySelector('h1');
  if (again) again.focus({ preventScroll: true });
  else if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** Creates a button; the id keeps its focus when the view is replaced. */
export function button(text, id, on, main) {
  return el('button', { type: 'button', text, id, on, class: main ? 'main' : '' });
}

/** Creates a button that copies a text. */
export function copyButton(what, text) {
  const one = button('Copy', 'copy-' + what.replace(' ', '-'), () => copy(text)
    .then(() => say('Copied the ' + what + '.'))
    .catch(() => say('', 'This browser does not let a page copy. Please select the ' + what + '.')));
  one.setAttribute('aria-label', 'Copy the ' + what);
  one.className = 'copy';
  return one;
}

/** A term and its text in a list, with a button that copies the text. */
export function copyRow(term, text, what) {
  return [el('dt', { text: term }), el('dd', { class: 'copied' },
    el('span', { class: 'code', text: text || '–' }), ...(text ? [copyButton(what, text)] : []))];
}

async function copy(text) {
  // browsers offer the clipboard only to https and to localhost, but a sandbox in a container may have another name
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const focused = document.activeElement;
  const area = el('textarea', { class: 'hidden', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused.focus({ preventScroll: true });
  if (!done) throw new Error('not copied');
  return undefined;
}

/** The name that stands for the accounts without a name. */
export const UNNAMED = '(unnamed)';

/** The query that names an order's account. Orders of accounts without a name need none. */
export function ofAccount(name) {
  return name && name !== UNNAMED ? '?account=' + encodeURIComponent(name) : '';
}

/** The address of an order's page; two accounts can have orders of the same id. */
export function pageOf(order) {
  return '#/cashier/' + order.order_id + ofAccount(order.account);
}
