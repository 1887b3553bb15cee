import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder with package.json. */
export const OURS = resolve(import.meta.dirname, '..', '..');

export type OtherBuild = { readonly root: string; readonly remove: () => void };

const git = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('git', args, { cwd: OURS, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
};

/**
 * Another state of the program to compare with.
 * @param named a folder with a checkout, or a commit, which is checked out beside and shares our packages
 */
export const otherBuild = (named: string): OtherBuild => {
  if (existsSync(join(named, 'package.json'))) return { root: resolve(named), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'clientele-other-'));
  const root = join(folder, 'checkout');
  git('worktree', 'add', '--detach', root, named);
  symlinkSync(join(OURS, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    remove: () => {
      git('worktree', 'remove', '--force', root);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
