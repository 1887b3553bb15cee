import type { Connection } from '../../database/connection.ts';

/**
 * Recomputes what is kept with each customer from the claims of imports: an objection to profiling holds as
 * long as the latest import that says anything of it says so, for any identity of the customer.
 */
export const recomputeTraits = (db: Connection): void => {
  db.execute(
    `UPDATE customer SET no_profiling = settled.flag
     FROM (
       SELECT c.id, coalesce(max((
         SELECT t.no_profiling FROM customer_trait t
         WHERE t.identity_id = i.id AND t.no_profiling IS NOT NULL ORDER BY t.batch_id DESC LIMIT 1)), 0) AS flag
       FROM customer c JOIN customer_identity i ON i.customer_id = c.id GROUP BY c.id
     ) AS settled
     WHERE settled.id = customer.id AND settled.flag <> customer.no_profiling`,
  );
};
