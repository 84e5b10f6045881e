/** Keeps the page up to date. Every page also works without this file. */

const events = document.body.dataset.events;
if (events) new EventSource(events).addEventListener('message', refresh);

let refreshing = false;
let again = false;

/** Fetches the page we are on and takes over what changed; what the user is typing stays. */
async function refresh() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  try {
    while (again) {
      again = false;
      const response = await fetch(location.href);
      if (response.ok && !response.redirected) takeOver(await response.text());
    }
  } catch {
    // The sandbox is away for a moment; EventSource calls again when it is back.
  } finally {
    refreshing = false;
  }
}

function takeOver(text) {
  const next = new DOMParser().parseFromString(text, 'text/html');
  const atEnd = isAtEnd();
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = next.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!fresh) continue;
    keepOpen(part, fresh);
    morph(part, fresh);
  }
  if (atEnd) scrollToEnd();
}

/** A list that is open for choosing from stays open. */
function keepOpen(old, fresh) {
  const label = (list) => list.querySelector('summary')?.textContent;
  const open = new Set([...old.querySelectorAll('details[open]')].map(label));
  for (const list of fresh.querySelectorAll('details')) list.open = open.has(label(list));
}

/** Leaves what is the same where it is: a frame would load anew, a screen reader read all again. */
function morph(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.tagName !== fresh.tagName || !old.matches('[data-live], [role=log], ol, ul')) {
    old.replaceWith(document.importNode(fresh, true));
    return;
  }
  const children = [...fresh.children];
  for (const [index, child] of [...old.children].entries()) {
    if (children[index]) morph(child, children[index]);
    else child.remove();
  }
  for (const child of children.slice(old.children.length)) old.append(document.importNode(child, true));
}

const scroller = () => document.querySelector('main.chat');

function isAtEnd() {
  const main = scroller();
  return main !== null && main.scrollHeight - main.scrollTop - main.clientHeight < 80;
}

function scrollToEnd() {
  const main = scroller();
  if (main) main.scrollTop = main.scrollHeight;
}

scrollToEnd();

if (document.querySelector('[data-qr]')) void import(new URL('scan.mjs', import.meta.url));
