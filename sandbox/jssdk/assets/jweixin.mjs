/*
 * Stands for https://res.wx.qq.com/open/js/jweixin-1.6.0.js: a classic script that leaves `wx` on the window. Where the
 * real one talks to WeChat's app, this one asks the sandbox. It is served under the real one's name.
 */
(() => {
  const base = new URL('../..', document.currentScript.src).href;
  const SHARES = ['updateAppMessageShareData', 'updateTimelineShareData'];
  const later = { ready: [], error: [] };
  let granted = { apis: [], tags: [] };
  let outcome = null;
  let calls = 0;

  /** The page as WeChat signs it: on iOS the address it was entered by, without the fragment. */
  function pageUrl() {
    const entered = performance.getEntriesByType('navigation')[0]?.name;
    const url = /\b(iPhone|iPad)\b/.test(navigator.userAgent) && entered ? entered : location.href;
    return url.replace(/#.*$/, '');
  }

  /** Script sources are what the page's policy lets through for certain; so the answer is a script. */
  function ask(path, query) {
    return new Promise((resolve, reject) => {
      calls += 1;
      const callback = `__wx${calls}`;
      const script = document.createElement('script');
      script.src = `${base}${path}?${new URLSearchParams({ ...query, callback })}`;
      const done = (settle, value) => {
        delete window[callback];
        script.remove();
        settle(value);
      };
      window[callback] = (answer) => done(resolve, answer);
      script.addEventListener('error', () => done(reject, new Error('the sandbox does not answer')));
      document.head.append(script);
    });
  }

  async function config({ debug, appId, timestamp, nonceStr, signature, jsApiList = [], openTagList = [] }) {
    outcome = null;
    const query = { appId, timestamp, nonceStr, signature, url: pageUrl() };
    const { errMsg } = await ask('bridge/config', query).catch((problem) => ({
      errMsg: `config:fail, ${problem.message}`,
    }));
    if (debug) alert(errMsg);
    outcome = { ok: errMsg === 'config:ok', errMsg };
    granted = outcome.ok ? { apis: jsApiList, tags: openTagList } : { apis: [], tags: [] };
    if (outcome.ok) {
      frame.show();
      for (const tag of document.querySelectorAll('wx-open-subscribe')) tag.draw?.();
    }
    const heard = outcome.ok ? later.ready.splice(0) : later.error;
    for (const then of heard) then(outcome);
  }

  function ready(then) {
    if (outcome?.ok) then();
    else later.ready.push(then);
  }

  function error(then) {
    later.error.push(then);
    if (outcome && !outcome.ok) then(outcome);
  }

  function checkJsApi({ jsApiList = [], success }) {
    const checkResult = Object.fromEntries(jsApiList.map((name) => [name, granted.apis.includes(name)]));
    success?.({ checkResult, errMsg: 'checkJsApi:ok' });
  }

  const shares = {};

  function share(name) {
    return (data = {}) => {
      const answer = shareProblem(name, data) ?? 'ok';
      if (answer === 'ok') {
        shares[name] = data;
        data.success?.({ errMsg: `${name}:ok` });
      } else data.fail?.({ errMsg: `${name}:${answer}` });
      data.complete?.({ errMsg: `${name}:${answer}` });
    };
  }

  function shareProblem(name, { title, link }) {
    if (!granted.apis.includes(name)) return 'fail, the permission value is offline verifying';
    if (!title) return 'fail, no title';
    if (!URL.canParse(link) || new URL(link).host !== location.host) return 'fail, link is outside JS接口安全域名';
    return null;
  }

  /** What WeChat's browser has around the page: the three dots, and behind them the card as friends would see it. */
  const frame = {
    host: null,
    show() {
      if (this.host) return;
      this.host = document.createElement('wx-browser-menu');
      const root = this.host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(
        element('button', {
          className: 'dots',
          textContent: '···',
          ariaLabel: '微信菜单',
          onclick: () => this.open(root),
        }),
      );
      document.body.append(this.host);
    },
    open(root) {
      const dialog = element('dialog', { ariaLabel: '分享' });
      const friend = shares.updateAppMessageShareData ?? {};
      const circle = shares.updateTimelineShareData ?? {};
      dialog.append(
        element('h2', { textContent: '发送给朋友' }),
        card('friend', friend.title || document.title, friend.desc ?? '', friend.imgUrl, friend.link || location.href),
        element('h2', { textContent: '分享到朋友圈' }),
        card('circle', circle.title || document.title, '', circle.imgUrl, circle.link || location.href),
        element('button', { textContent: '关闭', onclick: () => dialog.close() }),
      );
      dialog.addEventListener('close', () => dialog.remove());
      root.append(dialog);
      dialog.showModal();
    },
  };

  function card(kind, title, desc, imgUrl, link) {
    const text = element('div', {});
    text.append(element('strong', { textContent: title }), element('p', { textContent: desc }));
    const body = element('div', { className: `card ${kind}` });
    body.append(text);
    if (imgUrl) body.append(element('img', { src: imgUrl, alt: '' }));
    const whole = element('section', {});
    whole.append(body, element('p', { className: 'link', textContent: link }));
    return whole;
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { color-scheme: light dark; font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
    .dots { position: fixed; right: 8px; top: 45vh; z-index: 2147483000; width: 44px; height: 44px; border: 0;
      border-radius: 22px; background: rgb(20 23 28 / 82%); color: #fff; font: 700 18px/1 system-ui; cursor: pointer; }
    dialog { width: min(400px, calc(100vw - 32px)); box-sizing: border-box; padding: 16px; border: 0; border-radius: 12px;
      background: light-dark(#ededed, #1c1d20); color: light-dark(#14171c, #eceef1); }
    dialog::backdrop { background: rgb(0 0 0 / 50%); }
    dialog.permit { padding: 0; overflow: hidden; }
    h2 { margin: 8px 0; font-size: 14px; font-weight: 600; }
    .card { display: grid; grid-template-columns: minmax(0, 1fr) 56px; gap: 12px; padding: 12px; border-radius: 8px;
      background: light-dark(#fff, #2b2e35); }
    .card strong { font-weight: 500; overflow-wrap: anywhere; }
    .card p { margin: 4px 0 0; color: light-dark(#565c66, #a3a9b3); font-size: 13px; overflow-wrap: anywhere; }
    .card img { width: 56px; height: 56px; object-fit: cover; border-radius: 4px; }
    .circle { grid-template-columns: 56px minmax(0, 1fr); }
    .circle img { order: -1; }
    .link { margin: 6px 0 12px; color: light-dark(#565c66, #a3a9b3); font-size: 12px; overflow-wrap: anywhere; }
    dialog > button { width: 100%; min-height: 44px; border: 0; border-radius: 8px; background: light-dark(#fff, #2b2e35);
      color: inherit; font: inherit; cursor: pointer; }
    iframe { display: block; width: 100%; height: min(460px, 80vh); border: 0; }
    .subscribe { display: inline-block; cursor: pointer; }
  `);

  /** <wx-open-subscribe template="id,id">: WeChat draws what its template says, and asks when it is tapped. */
  class Subscribe extends HTMLElement {
    connectedCallback() {
      if (outcome?.ok) setTimeout(() => this.draw());
    }

    draw() {
      if (this.shadowRoot || !granted.tags.includes('wx-open-subscribe')) return;
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const body = element('div', { className: 'subscribe', onclick: () => this.ask(root) });
      for (const part of this.querySelectorAll('template, script[type="text/wxtag-template"]')) {
        body.insertAdjacentHTML('beforeend', part.innerHTML || part.textContent);
      }
      root.append(body);
      this.dispatchEvent(new CustomEvent('ready'));
    }

    ask(root) {
      const dialog = element('dialog', { className: 'permit', ariaLabel: '订阅通知' });
      const query = new URLSearchParams({ template: this.getAttribute('template') ?? '' });
      dialog.append(element('iframe', { src: `${base}permit?${query}`, title: '订阅通知' }));
      const hear = ({ origin, data }) => {
        if (origin !== new URL(base).origin || data?.from !== 'wx-open-subscribe') return;
        dialog.close();
        this.dispatchEvent(new CustomEvent(data.type, { detail: data.detail }));
      };
      addEventListener('message', hear);
      dialog.addEventListener('close', () => {
        removeEventListener('message', hear);
        dialog.remove();
      });
      root.append(dialog);
      dialog.showModal();
    }
  }
  if (!customElements.get('wx-open-subscribe')) customElements.define('wx-open-subscribe', Subscribe);

  window.wx = { config, ready, error, checkJsApi };
  for (const name of SHARES) window.wx[name] = share(name);
  window.jWeixin = window.wx;
})();
