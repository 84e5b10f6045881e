// refused by eslint(no-restricted-imports): app holds routes only
export { createAlipayGateway } from '@/lib/gateways/alipay/client';
