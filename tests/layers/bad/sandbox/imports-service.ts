// refused by eslint(no-restricted-imports): the sandbox is the outside world
export { settlePayment } from '../lib/services/payment/settle-payment';
