import type { Students } from './accounts';
import type { BareApp } from './bare';
import type { SharedForms } from './journey';
import type { Shop } from './shop';

/** What every measurement works with. */
export interface Scene {
  readonly shop: Shop;
  readonly bare: BareApp;
  readonly students: Students;
  /** Slugs of courses that are sold. */
  readonly courses: readonly string[];
  readonly forms: SharedForms;
  /** How long a page is asked for in one repetition. */
  readonly seconds: number;
  /** Repetitions; the median counts. */
  readonly times: number;
  /** Journeys, notifies and sign-ins in one repetition. */
  readonly count: number;
  /** Rows of the bill that is reconciled. */
  readonly billRows: number;
}
