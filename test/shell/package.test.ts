import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Package, packageStub } from '../../scripts/package-stub.ts';
import { clientOver } from '../../src/main/engine/client.ts';
import { supervise } from '../../src/main/engine/supervise.ts';
import { engineUtilityProcess } from '../../src/main/shell/electron/engine-process.ts';
import { anElectron } from './electron-stand-in.ts';

const asked = process.env.CLIENTELE_PACKAGE !== undefined;
if (!asked) process.stdout.write('The package is not checked: ask for it with CLIENTELE_PACKAGE=1.\n');

const ROOT = resolve(import.meta.dirname, '..', '..');

describe('electron-builder.yml', () => {
  const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');

  test.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['grantFileProtocolExtraPrivileges', false],
    ['onlyLoadAppFromAsar', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['enableCookieEncryption', true],
  ])('sets the fuse %s to %s', (fuse, on) => {
    expect(text).toMatch(new RegExp(`^  ${fuse}: ${on}$`, 'm'));
  });
});

describe.skipIf(!asked)('a package around a stub of the runtime', () => {
  let folder: string;
  let made: Package;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-package-'));
    made = await packageStub(folder);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has its fuses set', () => {
    expect(made.fuses).toMatchObject({
      RunAsNode: 'Disabled',
      EnableNodeOptionsEnvironmentVariable: 'Disabled',
      EnableNodeCliInspectArguments: 'Disabled',
      GrantFileProtocolExtraPrivileges: 'Disabled',
      OnlyLoadAppFromAsar: 'Enabled',
      EnableEmbeddedAsarIntegrityValidation: 'Enabled',
      EnableCookieEncryption: 'Enabled',
    });
  });

  test('holds what is built, the database, and nothing else', () => {
    const known =
      /^\/(?:package\.json|resources(?:\/icons(?:\/512x512\.png)?)?|dist|dist\/(?:electron|renderer)(?:\/.*)?|node_modules|node_modules\/better-sqlite3(?:\/(?:package\.json|LICENSE|lib|lib\/.*|prebuilds|prebuilds\/linux-x64\.node))?)$/;
    expect(made.packed.filter((path) => !known.test(path))).toEqual([]);
    for (const path of [
      '/dist/electron/main.js',
      '/dist/electron/engine.js',
      '/dist/electron/preload.cjs',
      '/dist/renderer/index.html',
    ]) {
      expect(made.packed).toContain(path);
    }
    expect(made.packed.filter((path) => /\.(?:ts|tsx|map)$/.test(path))).toEqual([]);
  });

  test('has its one native file where it can be loaded', () => {
    expect(made.unpacked.filter((path) => path.endsWith('.node'))).toEqual([
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
  });

  test('runs its built engine, with its importer, over a port', async () => {
    const { electron } = anElectron();
    const engineFile = join(ROOT, 'dist', 'electron', 'engine.js');
    const engine = supervise(() => engineUtilityProcess(electron, engineFile), {
      dataFolder: folder,
      portfolioFolder: join(folder, 'portfolios'),
      version: '1.2.3',
    });
    const client = clientOver(await engine.connect());
    const { portfolio } = await client.portfolio.openSample({ kind: 'bakery' });
    expect(portfolio.orders).toBeGreaterThan(100);
    await engine.close();
  });
});
