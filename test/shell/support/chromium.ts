import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright';

/** A real Chromium, or null where none can be started. */
export const aBrowser = async (): Promise<Browser | null> => {
  try {
    const executablePath = await chromiumPackage.executablePath();
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  } catch (error) {
    process.stdout.write(`No Chromium here, its tests are skipped: ${String(error).split('\n')[0]}\n`);
    return null;
  }
};
