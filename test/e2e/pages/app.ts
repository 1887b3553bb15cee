import type { Page } from '@playwright/test';
import { actPage } from './act.ts';
import { calendarPage } from './calendar.ts';
import { customerPage } from './customer.ts';
import { customersPage } from './customers.ts';
import { framePage } from './frame.ts';
import { importPage } from './import.ts';
import { listenPage } from './listen.ts';
import { matrixPage } from './matrix.ts';
import { overviewPage } from './overview.ts';
import { productsPage } from './products.ts';
import { questionsPage } from './questions.ts';
import { recoveryPage } from './recovery.ts';
import { reviewsPage } from './reviews.ts';
import { riskValuePage } from './risk-value.ts';
import { saveCopyPage } from './save-copy.ts';
import { segmentsPage } from './segments.ts';
import { settingsPage } from './settings.ts';
import { startPage } from './start.ts';

/** Every place of the app as an owner meets it: by what is on it, never by how it is built. */
export const appOf = (page: Page) => ({
  page,
  start: startPage(page),
  frame: framePage(page),
  importing: importPage(page),
  overview: overviewPage(page),
  customers: customersPage(page),
  customer: customerPage(page),
  matrix: matrixPage(page),
  risk: riskValuePage(page),
  segments: segmentsPage(page),
  products: productsPage(page),
  questions: questionsPage(page),
  listen: listenPage(page),
  act: actPage(page),
  calendar: calendarPage(page),
  recovery: recoveryPage(page),
  saveCopy: saveCopyPage(page),
  reviews: reviewsPage(page),
  settings: settingsPage(page),
});

export type App = ReturnType<typeof appOf>;
