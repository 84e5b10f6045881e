/** The dialog of 订阅通知 tells the page it stands in what was decided. */
const { detail, type } = document.body.dataset;
if (detail) parent.postMessage({ from: 'wx-open-subscribe', type, detail: JSON.parse(detail) }, '*');
