import { type Endpoint, JSON_TYPE } from './api-call';
import { sendCustom } from './custom-message';
import { sendSubscribe } from './subscribe-message';
import { sendTemplate } from './template-message';
import { findByOpenid } from './users';

const common: Pick<Endpoint, 'method' | 'credential' | 'contentType' | 'faults' | 'userOf'> = {
  method: 'POST',
  credential: true,
  contentType: JSON_TYPE,
  faults: 'send',
  userOf: (ctx, call) => findByOpenid(ctx, call.body.touser),
};

export const MESSAGE_ENDPOINTS: readonly Endpoint[] = [
  { ...common, path: '/cgi-bin/message/custom/send', quota: 'custom', answer: sendCustom },
  { ...common, path: '/cgi-bin/message/template/send', quota: 'template', answer: sendTemplate },
  { ...common, path: '/cgi-bin/message/subscribe/bizsend', quota: 'subscribe', answer: sendSubscribe },
];
