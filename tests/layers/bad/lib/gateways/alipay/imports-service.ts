// refused by eslint(no-restricted-imports): lib/gateways knows the protocol only
export { settlePayment } from '@/lib/services/payment/settle-payment';
