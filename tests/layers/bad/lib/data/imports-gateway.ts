// refused by eslint(no-restricted-imports): lib/data reads
export { createAlipayGateway } from '@/lib/gateways/alipay/client';
