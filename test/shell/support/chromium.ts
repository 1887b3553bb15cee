import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../../src/main/report/chromium.ts';

/** A real Chromium, or null where none can be started. */
export const aBrowser = async (): Promise<Browser | null> => {
  try {
    const executablePath = await findChromium();
    if (executablePath === null) throw new Error('none was found');
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  } catch (error) {
    process.stdout.write(`No Chromium here, its tests are skipped: ${String(error).split('\n')[0]}\n`);
    return null;
  }
};
