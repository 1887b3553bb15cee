import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * User and system milliseconds of a command with all its threads and children, however many cores it had.
 * `times` of bash is asked, since Node says this of itself only.
 */
export const cpuOf = (command: string, args: readonly string[], cwd: string): number => {
  const script = 'out=$("$0" "$@" 2>&1) || { echo "$out" >&2; exit 1; }; times';
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, command, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  const ofChildren = stdout.trim().split('\n').at(-1) ?? '';
  const times = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) throw new Error(`bash said of its times: ${stdout}`);
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
};

/** The kernel's clock ticks of /proc, on every Linux that Node runs on. */
const TICK_MS = 10;

/** User and system milliseconds so far of a group of processes and of those of its children that have ended. Linux only. */
export const cpuOfGroup = (group: number): number => {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // a name in brackets may hold anything; the numbers begin after it
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number);
      // 2: the group; 11 to 14: user, system, and both of the children that were waited for
      if (fields[2] === group) for (const of of fields.slice(11, 15)) ticks += of;
    } catch {
      // it has ended meanwhile
    }
  }
  return ticks * TICK_MS;
};
