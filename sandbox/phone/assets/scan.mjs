/** 扫一扫: reads QR codes from pictures and from the camera, then submits what they say. */

const picker = document.querySelector('[data-qr]');
const drop = document.querySelector('[data-drop]');
const status = document.querySelector('[data-status]');
const form = document.querySelector('[data-scan]');
const camera = document.querySelector('[data-camera]');

/** jsQR is an old-style script: loaded as a module, it leaves its function on the window. */
async function decoder() {
  await import(new URL('jsqr.js', import.meta.url));
  return window.jsQR;
}

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

function pictureIn(transfer) {
  return [...(transfer?.files ?? [])].find((file) => file.type.startsWith('image/'));
}

async function scan(file) {
  if (!file) return say('请选择一张图片。');
  say('正在识别…');
  const text = await readPicture(file);
  picker.value = '';
  if (text === null) return say('没有在图片里找到二维码，请换一张更清楚的。');
  submit(text);
}

function submit(text) {
  say(`扫描结果：${text}`);
  form.elements.namedItem('text').value = text;
  form.requestSubmit();
}

function say(text) {
  status.textContent = text;
}

/** A screenshot at its own size decodes as a rule; a huge photo or a tiny picture does at another. */
async function readPicture(file) {
  const picture = await load(file);
  if (picture === null) return null;
  const decode = await decoder();
  const { naturalWidth: width, naturalHeight: height } = picture;
  const fit = Math.min(1, 2400 / Math.max(width, height));
  for (const scale of [fit, fit / 2, fit * 2]) {
    const text = read(decode, picture, Math.round(width * scale), Math.round(height * scale));
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

function read(decode, source, wide, high) {
  const [width, height] = [wide, high].map((side) => Math.min(4096, Math.max(1, side)));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // Transparent pictures count as printed on white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  const found = decode(context.getImageData(0, 0, width, height).data, width, height);
  return found?.data ? found.data : null;
}

if (camera && navigator.mediaDevices?.getUserMedia) {
  const button = camera.querySelector('button');
  const video = camera.querySelector('video');
  let stream = null;
  camera.hidden = false;
  button.addEventListener('click', () => (stream ? stop() : start()));
  addEventListener('pagehide', stop);

  async function start() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return say('用不了摄像头：没有摄像头，或浏览器没有允许。');
    }
    video.srcObject = stream;
    video.hidden = false;
    button.textContent = '关闭摄像头';
    say('把二维码对准摄像头。');
    await video.play();
    void watch(await decoder());
  }

  async function watch(decode) {
    while (stream) {
      const text = video.videoWidth > 0 ? read(decode, video, video.videoWidth, video.videoHeight) : null;
      if (text !== null) {
        stop();
        return submit(text);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
    button.textContent = '打开摄像头';
  }
}
