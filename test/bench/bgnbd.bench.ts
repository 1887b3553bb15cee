import { spawnSync } from 'node:child_process';
import type { PurchaseHistory } from '../../src/main/analytics/history.ts';
import { fitBgNbd } from '../../src/main/analytics/value/bgnbd-fit.ts';
import { customerModels } from '../../src/main/analytics/value/customer-models.ts';
import { purchaseSummary } from '../../src/main/analytics/value/purchase-summary.ts';
import { repeatPurchases } from '../../src/main/analytics/value/repeat-purchases.ts';
import { countingFreeDays } from '../analytics/builders.ts';
import { asOn, CDNOW_CALIBRATION_END } from '../analytics/buyers.ts';
import { cdnowIsPresent, readCdnow } from '../analytics/reference-data.ts';
import { simulatedShop } from '../analytics/value/simulated-buyers.ts';
import { runPair } from './paired.ts';
import { plainFit } from './plain-bgnbd.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const PYTHON = `
import sys, json, time
d = json.load(sys.stdin)
import numpy as np
x, tx, T = (np.array(d[k], float) for k in ('x', 'tx', 'T'))
out = {}
def timed(name, f):
    ts = []
    for _ in range(3 if len(x) < 10000 else 1):
        t = time.perf_counter(); ll = f(); ts.append(time.perf_counter() - t)
    out[name] = {'ms': sorted(ts)[len(ts) // 2] * 1000, 'll': ll}
try:
    from scipy.special import gammaln
    from scipy.optimize import minimize
    def nll(th):
        r, al, a, b = np.exp(th)
        l3 = -(r + x) * np.log(al + T)
        l4 = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(al + tx), -np.inf)
        return -np.sum(gammaln(r + x) - gammaln(r) + r * np.log(al) + gammaln(b + x) + gammaln(a + b) - gammaln(b) - gammaln(a + b + x) + np.logaddexp(l3, l4))
    if len(x) < 10000: timed('scipy Nelder-Mead', lambda: -minimize(nll, np.full(4, .1), method='Nelder-Mead', options={'maxiter': 2000, 'maxfev': 4000, 'xatol': 1e-6, 'fatol': 1e-8}).fun)
    timed('scipy BFGS, numeric gradient', lambda: -minimize(nll, np.full(4, .1), method='BFGS').fun)
except ImportError:
    pass
try:
    from lifetimes import BetaGeoFitter
    def lt():
        f = BetaGeoFitter(); f.fit(x, tx, T); return f.log_likelihood_ if hasattr(f, 'log_likelihood_') else None
    timed('lifetimes', lt)
except ImportError:
    pass
print(json.dumps(out))
`;

const elapsed = (f: () => unknown): number => {
  const start = performance.now();
  f();
  return performance.now() - start;
};

type Records = readonly [x: number[], tx: number[], T: number[]];

/** Ratios of our time to theirs: the bars are 1/15 and 1/5. With very many customers one pair has to do. */
const against = async (title: string, [x, tx, T]: Records, bar: number, once = false): Promise<void> => {
  const ours = () => fitBgNbd('bg', repeatPurchases(x, tx, T), 'ml');
  const fit = ours();
  const start = performance.now();
  const plain = plainFit(x, tx, T);
  const plainMs = performance.now() - start;
  if (once)
    say(
      `${title} against plain Nelder–Mead, one customer at a time: ${(elapsed(ours) / plainMs).toFixed(3)} ×, bar ${bar.toFixed(3)} ×`,
    );
  else
    await runPair({
      title: `${title} against plain Nelder–Mead, one customer at a time`,
      bar,
      ours: () => elapsed(ours),
      theirs: () => elapsed(() => plainFit(x, tx, T)),
    });
  say(
    `  ln L ours ${'logLikelihood' in fit ? fit.logLikelihood.toFixed(5) : fit.kind}, plain ${(-plain.value).toFixed(5)} after ${plain.evaluations} evaluations`,
  );
  const python = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify({ x, tx, T }),
    encoding: 'utf8',
  });
  if (python.status !== 0) {
    say('  skipped: no Python with numpy');
    return;
  }
  const found = JSON.parse(python.stdout) as Record<string, { ms: number; ll: number | null }>;
  const own = elapsed(ours);
  for (const [rival, { ms, ll }] of Object.entries(found))
    say(`  against ${rival}: ${(own / ms).toFixed(3)} × (its ln L ${ll?.toFixed(5) ?? 'not told'})`);
  if (!('lifetimes' in found)) say('  against lifetimes: skipped, it is not installed');
};

const recordsOf = (history: PurchaseHistory): Records => {
  const p = purchaseSummary(history);
  const weeks = (days: Int32Array): number[] => Array.from(days, (d) => d / 7);
  return [[...p.x], weeks(p.tx), weeks(p.T)];
};

/** BG/NBD by maximum likelihood, ours against others'; and how long all models of 100,000 customers take. */
export const bgNbdBench = async (): Promise<void> => {
  if (cdnowIsPresent)
    await against(
      'BG/NBD of CDNOW, 2,357 customers',
      recordsOf(countingFreeDays(asOn(readCdnow(), CDNOW_CALIBRATION_END))),
      1 / 15,
    );
  else
    await against(
      'BG/NBD of 2,357 made customers',
      recordsOf(simulatedShop({ customers: 2357, days: 273, seed: 1 }).history),
      1 / 15,
    );
  const large = simulatedShop({ customers: 100_000, days: 1096, seed: 3 }).history;
  await against('BG/NBD of 100,000 made customers', recordsOf(large), 1 / 5, true);
  say(
    `  all models and scores of 100,000 customers: ${(elapsed(() => customerModels(large)) / 1000).toFixed(1)} s`,
  );
};
