import type { Adapter } from '../check/adapter.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { Header } from './header.ts';
import { presetNamed } from './index.ts';
import { shapedOrders } from './shaped-orders.ts';

/** What turns the records of a planned file into sales; null where each row is a line as it is. */
export const adapterOf = (plan: ReadPlan): Adapter | null => {
  const preset = plan.preset === null ? null : presetNamed(plan.preset);
  if (preset)
    return preset.adapter({
      header: new Header(plan.header),
      mark: plan.fileDecimal,
      digits: plan.digits,
      currency: plan.currency,
    });
  return plan.shape && shapedOrders({ ...plan, shape: plan.shape });
};
