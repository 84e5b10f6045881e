// refused by eslint(no-restricted-imports): the sandbox is the outside world
export { createAlipayGateway } from '@/lib/gateways/alipay/client';
