// refused by import(no-cycle): Dependency cycle
import { two } from './cycle-two';

export const one = (depth: number): number => (depth > 0 ? two(depth - 1) : 1);
