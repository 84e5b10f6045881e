// refused by eslint(no-restricted-imports): another layer is imported through @/
export { Button } from '../../components/ui/button';
