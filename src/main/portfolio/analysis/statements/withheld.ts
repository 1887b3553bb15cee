import type { Formats } from '../../../../shared/format.ts';
import type { CustomerModels } from '../../../analytics/value/customer-models.ts';
import { FEWEST_FOR_SINGLE } from '../../../analytics/value/model-grade.ts';

/**
 * Why nothing is said of single customers, by the gate that failed (TRUTH 14); the end of a sentence.
 * Only for models that do not speak of single customers.
 */
export const withheld = ({ inputs, backtest, chosen }: CustomerModels, say: Formats): string => {
  if (inputs.repeaters < FEWEST_FOR_SINGLE)
    return `${inputs.repeaters === 0 ? 'nobody' : say.counted(inputs.repeaters, 'customer')} came back so far, and it takes ${FEWEST_FOR_SINGLE} to say it of single customers.`;
  if (chosen === null) return 'no model of repeat buying fits these sales.';
  if (backtest?.error != null)
    return `looking back, the forecast was ${say.shareRounded(Math.abs(backtest.error))} too ${backtest.error > 0 ? 'high' : 'low'}, too far off to speak of single customers.`;
  return 'the sales are too short to look back at how good a forecast would have been.';
};
