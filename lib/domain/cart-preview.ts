import type { CartCommand } from './cart';

/**
 * What one of the cart page's own forms asks for, to be shown while the server is being asked; null when it is none.
 * The server reads the form with the schema. This is for the browser, which does not load one.
 */
export function readCommand(form: FormData): CartCommand | null {
  const productId = Number(form.get('productId'));
  const pricePolicyId = Number(form.get('pricePolicyId'));
  const isSelected = form.get('isSelected') === '1';
  const intent = form.get('intent');
  switch (intent) {
    case 'select':
      return { intent, productId, isSelected };
    case 'select-all':
      return { intent, isSelected };
    case 'change-policy':
      return { intent, productId, pricePolicyId };
    case 'remove':
      return { intent, productId };
    case 'restore':
      return { intent, productId, pricePolicyId, isSelected };
    case 'clean-up':
      return { intent };
    default:
      return null;
  }
}
