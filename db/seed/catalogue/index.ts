import { algorithmThinking } from './courses/algorithm-thinking';
import { cssLayout } from './courses/css-layout';
import { gitTeamwork } from './courses/git-teamwork';
import { goConcurrency } from './courses/go-concurrency';
import { pythonAsync } from './courses/python-async';
import { pythonCore } from './courses/python-core';
import { pythonFromZero } from './courses/python-from-zero';
import { python2Migration } from './courses/python2-migration';
import { reactTypescript } from './courses/react-typescript';
import { webBackend } from './courses/web-backend';
import { webFrontend } from './courses/web-frontend';
import type { CourseSeed } from './types';

/** In the order in which a list without another wish shows them. */
export const COURSES: readonly CourseSeed[] = [
  algorithmThinking,
  cssLayout,
  gitTeamwork,
  goConcurrency,
  pythonAsync,
  pythonCore,
  pythonFromZero,
  python2Migration,
  reactTypescript,
  webBackend,
  webFrontend,
];
