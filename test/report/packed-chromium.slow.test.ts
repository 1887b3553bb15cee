import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium } from '../../src/main/report/chromium.ts';
import { aFolder } from '../support/folder.ts';

const MODULE = new URL('../../src/main/report/packed-chromium.ts', import.meta.url).href;

/** Asks for the packed Chromium in a process of its own, with an empty cache or one that others fill. */
const ask = (cache: string): Promise<string> =>
  new Promise((done) => {
    const script = `const { packedChromium } = await import(${JSON.stringify(MODULE)}); process.stdout.write(await packedChromium(${JSON.stringify(cache)}));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('close', () => done(said));
  });

test.skipIf((await findChromium()) === null)(
  'three processes that need Chromium at first get a whole one, which is unpacked into one place',
  async () => {
    const cache = aFolder();
    const programs = await Promise.all([ask(cache), ask(cache), ask(cache)]);
    const [folder = ''] = readdirSync(cache);
    expect(readdirSync(cache)).toEqual([folder]);
    expect(programs).toEqual(Array(3).fill(join(cache, folder, 'chromium')));
    const version = spawnSync(programs[0]!, ['--no-sandbox', '--version'], { encoding: 'utf8' });
    expect(version.stdout).toMatch(/^(HeadlessChrome|Chromium|Google Chrome)/);
  },
);
