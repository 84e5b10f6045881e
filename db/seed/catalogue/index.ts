import { algorithmThinking } from './courses/algorithm-thinking';
import { codeReview } from './courses/code-review';
import { containers } from './courses/containers';
import { cssLayout } from './courses/css-layout';
import { dataThinking } from './courses/data-thinking';
import { gitTeamwork } from './courses/git-teamwork';
import { goConcurrency } from './courses/go-concurrency';
import { interviewClinic } from './courses/interview-clinic';
import { k8sTroubleshooting } from './courses/k8s-troubleshooting';
import { linuxFoundations } from './courses/linux-foundations';
import { llmEngineering } from './courses/llm-engineering';
import { mlFoundations } from './courses/ml-foundations';
import { pandasAnalysis } from './courses/pandas-analysis';
import { postgresqlTuning } from './courses/postgresql-tuning';
import { pythonAsync } from './courses/python-async';
import { pythonCore } from './courses/python-core';
import { pythonFromZero } from './courses/python-from-zero';
import { python2Migration } from './courses/python2-migration';
import { ragInPractice } from './courses/rag-in-practice';
import { reactTypescript } from './courses/react-typescript';
import { securityOperations } from './courses/security-operations';
import { webBackend } from './courses/web-backend';
import { webFrontend } from './courses/web-frontend';
import { webSecurity } from './courses/web-security';
import type { CourseSeed } from './types';

/** In the order in which a list without another wish shows them; modules in the order of their degree. */
export const COURSES: readonly CourseSeed[] = [
  pythonFromZero,
  ragInPractice,
  postgresqlTuning,
  reactTypescript,
  goConcurrency,
  pandasAnalysis,
  webSecurity,
  pythonAsync,
  cssLayout,
  gitTeamwork,
  algorithmThinking,
  codeReview,
  interviewClinic,
  pythonCore,
  webBackend,
  webFrontend,
  dataThinking,
  mlFoundations,
  llmEngineering,
  linuxFoundations,
  containers,
  securityOperations,
  k8sTroubleshooting,
  python2Migration,
];
