// refused by import(no-cycle): Dependency cycle
import { one } from './cycle-one';

export const two = (depth: number): number => (depth > 0 ? one(depth - 1) : 2);
