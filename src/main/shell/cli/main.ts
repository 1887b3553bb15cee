import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { plainFault } from '../../../shared/model/fault.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { asProblem } from '../../system-fault.ts';
import { type Command, UsageError, type Values } from './command.ts';
import { type CommandEntry, commands } from './commands.ts';

const help = (): string => `clientele — customers as a portfolio, from the terminal

Usage: clientele <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`)
  .join('\n')}

Every command takes --help and --json. Exit codes: 0 done; 1 the input or the file is at fault;
2 wrong usage; 3 our fault.
`;

/** Runs one command. @returns the exit code */
export const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    say(`There is no command "${name}". Try --help.`);
    return 2;
  }
  const command = await entry.load();
  try {
    return await runCommand(command, entry, rest);
  } catch (error) {
    return report(error, name, command);
  }
};

const runCommand = async (
  command: Command,
  { summary }: CommandEntry,
  args: readonly string[],
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(`${command.usage}\n\n${summary}\n`);
    return 0;
  }
  const [least, most] = command.positionals;
  if (positionals.length < least || positionals.length > most)
    throw new UsageError(`Usage: ${command.usage}`);
  const output = await command.run(positionals, values as Values, say);
  if (output) process.stdout.write(values.json ? `${JSON.stringify(output.json)}\n` : `${output.text}\n`);
  return output?.exitCode ?? 0;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const report = async (error: unknown, name: string, command: Command): Promise<number> => {
  const known = asProblem(error);
  if (known instanceof Problem) {
    say(known.message);
    return 1;
  }
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) {
    say(error instanceof UsageError ? error.message : `${(error as Error).message} Usage: ${command.usage}`);
    return 2;
  }
  say(
    `This is our fault, not yours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  await noteFault(name, error);
  return 3;
};

/** Loaded only now: a command that succeeds does not wait for it. */
const noteFault = async (name: string, error: unknown): Promise<void> => {
  const [{ openLog }, { backupFolder }] = await Promise.all([
    import('../../log/log.ts'),
    import('./backup-folder.ts'),
  ]);
  openLog(dirname(backupFolder())).write({ event: 'command', name, fault: plainFault(error) });
};
