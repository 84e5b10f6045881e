// refused by eslint(no-restricted-imports): lib/context is the only place that joins
export { createAlipayGateway } from './gateways/alipay/client';
