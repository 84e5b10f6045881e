// refused by eslint(no-restricted-imports): gateways are handed in through ctx.gateways
export { createAlipayGateway } from '@/lib/gateways/alipay/client';
