import { dayFromNumber } from '../../../shared/model/day.ts';
import { customerOrders, readCustomer } from '../../portfolio/customer-page.ts';
import { listCustomers } from '../../portfolio/customers.ts';
import { readMatrix, setLines } from '../../portfolio/matrix.ts';
import { listSnapshots, readMigration } from '../../portfolio/migration.ts';
import { readOverview } from '../../portfolio/overview.ts';
import { likelyBuyers, nextProducts, readProducts } from '../../portfolio/products.ts';
import { listReviews, makeReview, readReview } from '../../portfolio/reviews.ts';
import { readRiskValue } from '../../portfolio/risk-value.ts';
import { applySegments, previewSegments, readSegments } from '../../portfolio/segments.ts';
import { reviewPage } from '../../report/page.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

/** The owner's calendar day: only to date a review and to say how fresh the data is, never in a figure. */
const today = () => {
  const now = new Date();
  return dayFromNumber(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000));
};

export const readingHandlers = (session: Session) => ({
  overview: { read: os.overview.read.handler(() => readOverview(session.db, today())) },
  customers: {
    list: os.customers.list.handler(({ input }) => listCustomers(session.db, input)),
    read: os.customers.read.handler(({ input }) => readCustomer(session.db, input.id, input.asOf)),
    orders: os.customers.orders.handler(({ input }) =>
      customerOrders(session.db, input.id, input.offset, input.limit),
    ),
  },
  matrix: {
    read: os.matrix.read.handler(({ input }) => readMatrix(session.db, input.subject, input.asOf)),
    setThresholds: os.matrix.setThresholds.handler(({ input }) =>
      session.edit((db) => {
        setLines(db, input.subject, { value: input.value, growth: input.growth });
        return readMatrix(db, input.subject);
      }),
    ),
  },
  riskValue: { read: os.riskValue.read.handler(({ input }) => readRiskValue(session.db, input.asOf)) },
  segments: {
    read: os.segments.read.handler(() => readSegments(session.db)),
    preview: os.segments.preview.handler(({ input }) => previewSegments(session.db, input)),
    apply: os.segments.apply.handler(({ input }) => session.edit((db) => applySegments(db, input))),
    snapshots: os.segments.snapshots.handler(() => listSnapshots(session.db)),
    migration: os.segments.migration.handler(({ input }) => readMigration(session.db, input)),
  },
  products: {
    read: os.products.read.handler(({ input }) => readProducts(session.db, input.asOf)),
    likelyBuyers: os.products.likelyBuyers.handler(({ input }) => likelyBuyers(session.db, input)),
    next: os.products.next.handler(({ input }) => nextProducts(session.db, input.customer, input.asOf)),
  },
  reviews: {
    list: os.reviews.list.handler(() => listReviews(session.db)),
    make: os.reviews.make.handler(({ input }) => session.edit((db) => makeReview(db, input, today()))),
    page: os.reviews.page.handler(({ input }) => {
      const { entry, content } = readReview(session.db, input.id);
      return { entry, html: reviewPage(content, { nonce: input.nonce }) };
    }),
  },
});
