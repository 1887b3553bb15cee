import type { AuditCheck } from '../../../shared/model/audit.ts';
import { plural } from '../../../shared/words.ts';
import { q } from '../../database/query.ts';
import { type AuditInput, checked } from './check.ts';

/** What is missing from orders, articles and customers. */
export const completeness = (input: AuditInput): AuditCheck[] => [
  ...ordersWithCustomer(input),
  ...linesWithProduct(input),
  ...productsWithCost(input),
  ...customersByName(input),
  ...customersReachable(input),
  ...consentKnown(input),
];

const ordersWithCustomer = ({ db, say }: AuditInput): AuditCheck[] => {
  const { of, found } = db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => [
        fn.countAll<number>().as('of'),
        fn.countAll<number>().filterWhere('identity_id', 'is', null).as('found'),
      ])
      .where('revenue_lines', '>', 0),
  )!;
  return checked({
    id: 'orders-with-customer',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Every order has a customer.'
        : `${say.count(found)} of ${say.counted(of, 'order')} ${plural(found, 'has', 'have')} no customer.`,
    prevents: 'Who bought, who comes back and who may leave is known for the other orders only.',
    fix: 'Export the sales with a customer number, name, e-mail or phone, and ask for one at the till.',
    to: '/import',
  });
};

const linesWithProduct = ({ db, say }: AuditInput): AuditCheck[] => {
  const { of, found } = db.get(
    q
      .selectFrom('order_line')
      .select(({ fn }) => [
        fn.countAll<number>().as('of'),
        fn.countAll<number>().filterWhere('product_id', 'is', null).as('found'),
      ]),
  )!;
  return checked({
    id: 'lines-with-product',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Every line names its article.'
        : `${say.count(found)} of ${say.counted(of, 'line')} ${plural(found, 'names', 'name')} no article.`,
    prevents: 'What sells, what is bought together and what to offer next leave these lines out.',
    fix: 'Export the sales with one row for each article sold.',
    to: '/import',
  });
};

const productsWithCost = ({ db, say }: AuditInput): AuditCheck[] => {
  const { of, found } = db.get(
    q
      .selectFrom('product')
      .select(({ fn }) => [
        fn.countAll<number>().as('of'),
        fn.countAll<number>().filterWhere('unit_cost_micro', 'is', null).as('found'),
      ])
      .where('is_sale', '=', 1),
  )!;
  return checked({
    id: 'products-with-cost',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Every article has a unit cost.'
        : `${say.count(found)} of ${say.counted(of, 'article')} ${plural(found, 'has', 'have')} no unit cost.`,
    prevents: 'What a customer leaves after costs is assumed for these articles, or not known at all.',
    fix: 'Import your articles with their unit cost, or assume one margin in the settings.',
    to: '/import',
  });
};

/** Customers who have bought: prospects are no gap in the sales. */
const buyers = q
  .selectFrom('customer as c')
  .innerJoin('customer_summary as s', 's.customer_id', 'c.id')
  .where('s.orders', '>', 0);

const customersByName = ({ db, say }: AuditInput): AuditCheck[] => {
  const { of } = db.get(buyers.select(({ fn }) => fn.countAll<number>().as('of')))!;
  const { named } = db.get(
    buyers
      .select(({ fn }) => fn.countAll<number>().as('named'))
      .where(({ exists, selectFrom, or, eb }) =>
        or([
          eb('c.company', 'is not', null),
          exists(
            selectFrom('customer_identity as i')
              .innerJoin('identity_claim as k', 'k.identity_id', 'i.id')
              .select('i.id')
              .whereRef('i.customer_id', '=', 'c.id')
              .where('k.name', 'is not', null),
          ),
        ]),
      ),
  )!;
  const found = of - named;
  return checked({
    id: 'customers-by-name',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Every customer has a name.'
        : `${say.count(found)} of ${say.counted(of, 'customer')} ${plural(found, 'is', 'are')} known by a number, e-mail or phone alone.`,
    prevents: 'Lists and reviews show the number; you have to look up whom they mean.',
    fix: 'Import a list of customers with the same numbers and their names.',
    to: '/import',
  });
};

const customersReachable = ({ db, say }: AuditInput): AuditCheck[] => {
  const { of, found } = db.get(
    buyers.select(({ fn }) => [
      fn.countAll<number>().as('of'),
      fn
        .countAll<number>()
        .filterWhere('c.email', 'is', null)
        .filterWhere('c.phone', 'is', null)
        .filterWhere('c.street', 'is', null)
        .as('found'),
    ]),
  )!;
  return checked({
    id: 'customers-reachable',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Every customer has a phone number, an e-mail or a postal address.'
        : `${say.count(found)} of ${say.counted(of, 'customer')} ${plural(found, 'has', 'have')} no phone number, e-mail or postal address.`,
    prevents: 'Act can name whom to turn to, but not how to reach them.',
    fix: 'Import a list of customers with phone numbers or e-mails.',
    to: '/import',
  });
};

const consentKnown = ({ db, say }: AuditInput): AuditCheck[] => {
  const reachable = buyers.where(({ or, eb }) =>
    or([eb('c.email', 'is not', null), eb('c.phone', 'is not', null), eb('c.street', 'is not', null)]),
  );
  const { of } = db.get(reachable.select(({ fn }) => fn.countAll<number>().as('of')))!;
  const { decided } = db.get(
    reachable
      .select(({ fn }) => fn.countAll<number>().as('decided'))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('customer_identity as i')
            .innerJoin('consent as k', 'k.identity_id', 'i.id')
            .select('i.id')
            .whereRef('i.customer_id', '=', 'c.id'),
        ),
      ),
  )!;
  const found = of - decided;
  return checked({
    id: 'consent-known',
    dimension: 'completeness',
    found,
    of,
    sentence:
      found === 0
        ? 'Of everybody who can be reached it is known whether they agreed to be written to.'
        : `For ${say.count(found)} of ${say.counted(of, 'customer')} who can be reached, it is not known whether they agreed to be written to.`,
    prevents: 'Unknown counts as no: nobody of them is in a list to write to.',
    fix: 'Import consents: who agreed to what, and when.',
    to: '/import',
  });
};
