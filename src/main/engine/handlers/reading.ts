import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { exportActions } from '../../portfolio/actions/action-export.ts';
import { listActions, rankedActions } from '../../portfolio/actions/actions.ts';
import { atRiskOf, goneIn } from '../../portfolio/analysis/at-risk.ts';
import { keyFigures, portfolioGrowth } from '../../portfolio/analysis/figures.ts';
import { modelsOf } from '../../portfolio/analysis/models/models.ts';
import { revenueForecast, segmentForecasts } from '../../portfolio/analysis/models/revenue-forecast.ts';
import type { Part } from '../../portfolio/analysis/part.ts';
import { customerPlacement, segmentPoints } from '../../portfolio/analysis/placement.ts';
import { retentionIn } from '../../portfolio/analysis/retention.ts';
import { riskPlacement } from '../../portfolio/analysis/risk-placement.ts';
import { listReviews, readReview } from '../../portfolio/analysis/saved-reviews.ts';
import { tillOf } from '../../portfolio/analysis/till.ts';
import { customerOrders, readCustomer } from '../../portfolio/customers/customer-page.ts';
import { readCustomerRecords } from '../../portfolio/customers/customer-records.ts';
import {
  CUSTOMER_ORDERS,
  type CustomerQuery,
  listCustomers,
  searchTexts,
} from '../../portfolio/customers/customers.ts';
import { listProspects } from '../../portfolio/customers/prospects.ts';
import { moveFeedback } from '../../portfolio/listening/feedback-state.ts';
import { packedMatrix, sendMatrix, setLines } from '../../portfolio/matrix/matrix.ts';
import { listComparisons } from '../../portfolio/matrix/matrix-movement.ts';
import { readOverview } from '../../portfolio/overview/overview.ts';
import { lookBackIn } from '../../portfolio/retention/back-test.ts';
import { readRetention } from '../../portfolio/retention/retention-view.ts';
import { twoYearsIn } from '../../portfolio/retention/year-on-year.ts';
import { listSnapshots } from '../../portfolio/segments/segment-movement.ts';
import { tableFile } from '../../portfolio/tables/table-file.ts';
import { reviewPage } from '../../report/page.ts';
import { pdfOf } from '../../report/pdf.ts';
import { ownersMoment, today } from '../../today.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

/** What the screens need to be worked out before they can be answered. */
const OVERVIEW: readonly Part[] = [
  keyFigures,
  portfolioGrowth,
  customerPlacement,
  segmentPoints,
  tillOf,
  atRiskOf,
  goneIn,
  rankedActions,
];

const ACTIONS: readonly Part[] = [rankedActions, atRiskOf, goneIn, tillOf];

const MATRIX: Readonly<Record<MatrixSubject, readonly Part[]>> = {
  customers: [packedMatrix],
  segments: [segmentPoints],
};

const RETENTION: readonly Part[] = [
  retentionIn,
  revenueForecast,
  segmentForecasts,
  twoYearsIn,
  ...Object.values(lookBackIn),
];

const tableNeeds = ({ sort, direction, search, estimates, risk }: TableQuery): Part[] => [
  customerPlacement,
  goneIn,
  ...(estimates ? [modelsOf] : []),
  CUSTOMER_ORDERS[sort][direction],
  ...(search ? [searchTexts] : []),
  ...(risk ? [riskPlacement] : []),
];

type TableQuery = Pick<CustomerQuery, 'sort' | 'direction' | 'search' | 'estimates' | 'risk'>;

export const readingHandlers = (session: Session) => ({
  overview: {
    read: os.overview.read.handler(() =>
      session.read(OVERVIEW, undefined, (db) => readOverview(db, today())),
    ),
  },
  customers: {
    list: os.customers.list.handler(({ input }) =>
      session.read(tableNeeds(input), input.asOf, (db) => listCustomers(db, input)),
    ),
    read: os.customers.read.handler(({ input }) =>
      session.read([customerPlacement, modelsOf, goneIn], input.asOf, (db) =>
        readCustomer(db, input.id, input.asOf),
      ),
    ),
    orders: os.customers.orders.handler(({ input }) =>
      customerOrders(session.db, input.id, input.offset, input.limit),
    ),
    records: os.customers.records.handler(({ input }) =>
      readCustomerRecords(session.db, input.id, input.offset, input.limit),
    ),
    prospects: os.customers.prospects.handler(({ input }) => listProspects(session.db, input)),
  },
  matrix: {
    read: os.matrix.read.handler(({ input }) =>
      session.read(MATRIX[input.subject], input.asOf, (db) => sendMatrix(db, input.subject, input.asOf)),
    ),
    comparisons: os.matrix.comparisons.handler(() => listComparisons(session.db)),
    movement: os.matrix.movement.handler(({ input }) => session.ask('movement', input)),
    setThresholds: os.matrix.setThresholds.handler(async ({ input }) => {
      await session.edit((db) => setLines(db, input.subject, { value: input.value, growth: input.growth }));
      return session.read(MATRIX[input.subject], undefined, (db) => sendMatrix(db, input.subject));
    }),
  },
  riskValue: {
    read: os.riskValue.read.handler(({ input }) => session.ask('riskValue', input.asOf)),
  },
  audit: {
    read: os.audit.read.handler(() => session.ask('audit', today())),
  },
  value: {
    read: os.value.read.handler(({ input }) => session.ask('value', input)),
    acquisition: os.value.acquisition.handler(({ input }) => session.ask('acquisition', input)),
  },
  segments: {
    read: os.segments.read.handler(() => session.ask('segments')),
    preview: os.segments.preview.handler(({ input }) => session.ask('segmentPreview', input)),
    apply: os.segments.apply.handler(async ({ input }) => {
      await session.have('chooseSegments', input);
      return session.ask('segments');
    }),
    snapshots: os.segments.snapshots.handler(() => listSnapshots(session.db)),
    migration: os.segments.migration.handler(({ input }) => session.ask('migration', input)),
  },
  products: {
    read: os.products.read.handler(({ input }) => session.ask('products', input.asOf)),
    likelyBuyers: os.products.likelyBuyers.handler(({ input }) => session.ask('likelyBuyers', input)),
    marks: os.products.marks.handler(() => session.ask('productMarks')),
    find: os.products.find.handler(({ input }) => session.ask('findProducts', input.search, input.limit)),
    mark: os.products.mark.handler(({ input }) => session.have('markProducts', input.products, input.role)),
    tax: os.products.tax.handler(({ input }) => session.have('taxProducts', input.products, input.rate)),
    next: os.products.next.handler(({ input }) => session.ask('nextProducts', input.customer, input.asOf)),
  },
  questions: {
    read: os.questions.read.handler(({ input }) => session.ask('questions', input.asOf)),
  },
  actions: {
    list: os.actions.list.handler(({ input }) =>
      session.read(ACTIONS, input.asOf, (db) => listActions(db, input)),
    ),
    export: os.actions.export.handler(({ input }) =>
      session.read(ACTIONS, undefined, (db) => {
        const { table, leftOut } = exportActions(db, input);
        return {
          name: `actions.${input.format}`,
          base64: tableFile(table, input.format).toString('base64'),
          rows: table.data.length,
          leftOut,
        };
      }),
    ),
  },
  listening: {
    read: os.listening.read.handler(({ input }) => session.ask('listening', input)),
    inbox: os.listening.inbox.handler(({ input }) => session.ask('inbox', input)),
    move: os.listening.move.handler(({ input }) =>
      session.edit((db) => moveFeedback(db, input, ownersMoment())),
    ),
  },
  retention: {
    read: os.retention.read.handler(({ input }) =>
      session.read(RETENTION, input.asOf, (db) => readRetention(db, input.asOf)),
    ),
  },
  calendar: {
    read: os.calendar.read.handler(() => session.ask('calendar')),
    answer: os.calendar.answer.handler(async ({ input }) => {
      await session.have('answerMark', input.id, input.state);
      return session.ask('calendar');
    }),
    add: os.calendar.add.handler(async ({ input }) => {
      await session.have('addMark', input.kind, input.from, input.to);
      return session.ask('calendar');
    }),
    change: os.calendar.change.handler(async ({ input }) => {
      await session.have('changeMark', input.id, input.from, input.to);
      return session.ask('calendar');
    }),
    remove: os.calendar.remove.handler(async ({ input }) => {
      await session.have('removeMark', input.id);
      return session.ask('calendar');
    }),
  },
  reviews: {
    list: os.reviews.list.handler(() => listReviews(session.db)),
    make: os.reviews.make.handler(({ input }) => session.have('makeReview', input, today())),
    page: os.reviews.page.handler(({ input }) => {
      const { entry, content } = readReview(session.db, input.id);
      return { entry, html: reviewPage(content, { nonce: input.nonce }) };
    }),
    pdf: os.reviews.pdf.handler(async ({ input }) => {
      const html = reviewPage(readReview(session.db, input.id).content);
      const { pdf, pages } = await pdfOf(html).catch(() => {
        throw new Problem(
          'No program on this computer made the PDF by itself. Press Print, and choose “Save as PDF” as the printer.',
        );
      });
      return { base64: pdf.toString('base64'), pages };
    }),
  },
});
