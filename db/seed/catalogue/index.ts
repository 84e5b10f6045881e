import { pythonFromZero } from './courses/python-from-zero';
import type { CourseSeed } from './types';

/** In the order in which a list without another wish shows them. */
export const COURSES: readonly CourseSeed[] = [pythonFromZero];
