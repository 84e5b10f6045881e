/** Keeps the page up to date, and reads QR codes. Every page also works without this file. */

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
    if (fresh) morph(part, fresh);
  }
  if (atEnd) scrollToEnd();
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

const picker = document.querySelector('[data-qr]');
if (picker) watchForPictures();

function watchForPictures() {
  const drop = document.querySelector('[data-drop]');
  // Somebody quick may have chosen a picture before this file had loaded.
  if (picker.files.length > 0) void scan(picker.files[0]);
  picker.addEventListener('change', () => scan(picker.files[0]));
  document.addEventListener('paste', (event) => {
    const file = pictureIn(event.clipboardData);
    if (file) void scan(file);
  });
  for (const name of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
    });
  }
  document.addEventListener('drop', (event) => scan(pictureIn(event.dataTransfer)));
}

function pictureIn(transfer) {
  return [...(transfer?.files ?? [])].find((file) => file.type.startsWith('image/'));
}

async function scan(file) {
  if (!file) return say('请选择一张图片。');
  say('正在识别…');
  const text = await readPicture(file);
  picker.value = '';
  if (text === null) return say('没有在图片里找到二维码，请换一张更清楚的。');
  say(`扫描结果：${text}`);
  const form = document.querySelector('[data-scan]');
  form.elements.namedItem('text').value = text;
  form.requestSubmit();
}

function say(text) {
  document.querySelector('[data-status]').textContent = text;
}

/** A screenshot at its own size decodes as a rule; a huge photo or a tiny picture does at another. */
async function readPicture(file) {
  const picture = await load(file);
  if (picture === null) return null;
  const { decodeQR } = await import(new URL('qr/decode.js', import.meta.url));
  const fit = Math.min(1, 2400 / Math.max(picture.naturalWidth, picture.naturalHeight));
  for (const scale of [fit, fit / 2, fit * 2]) {
    const text = decode(decodeQR, picture, scale);
    if (text !== null) return text;
  }
  return null;
}

async function load(file) {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    return picture;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

function decode(decodeQR, picture, scale) {
  const width = Math.min(4096, Math.max(1, Math.round(picture.naturalWidth * scale)));
  const height = Math.min(4096, Math.max(1, Math.round(picture.naturalHeight * scale)));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // Transparent pictures count as printed on white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  try {
    return decodeQR(context.getImageData(0, 0, width, height));
  } catch {
    return null;
  }
}
