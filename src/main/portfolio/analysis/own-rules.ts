import type { z } from 'zod';
import { type OwnRules, OwnRulesSchema } from '../../../shared/model/own-rules.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { MeasureSchema } from '../../../shared/model/segment.ts';
import { capital } from '../../../shared/words.ts';

/**
 * Own rules from the text of a JSON file.
 * @throws Problem with one sentence that says what is wrong and where
 */
export const readOwnRules = (text: string, file: string): OwnRules => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Problem(`${file} is not JSON: ${(error as Error).message}.`);
  }
  const parsed = OwnRulesSchema.safeParse(given, { reportInput: true });
  if (!parsed.success) throw new Problem(`${file}: ${sentenceOf(parsed.error.issues[0]!, given)}`);
  return usableRules(parsed.data, `${file}: `);
};

/**
 * Rules of the right shape that also make sense.
 * @throws Problem for two segments of one name, a condition without a bound or that nobody can meet, and a rule behind one
 * that takes everybody; and for the name of those whom no rule fits
 */
export const usableRules = (rules: OwnRules, prefix = ''): OwnRules => {
  const names = new Map<string, number>();
  rules.segments.forEach(({ name, rule }, place) => {
    const where = whereOf(place, name);
    if (name.toLowerCase() === 'everyone else')
      throw new Problem(
        `${prefix}${capital(where)} has the name of those whom no rule fits; choose another.`,
      );
    const same = names.get(name.toLowerCase());
    if (same !== undefined)
      throw new Problem(
        `${prefix}${capital(where)} has the name of segment ${same + 1}; each needs its own.`,
      );
    names.set(name.toLowerCase(), place);
    rule.all.forEach(({ measure, min, max }, at) => {
      if (min === undefined && max === undefined)
        throw new Problem(
          `${prefix}${capital(where)}, condition ${at + 1} on ${measure} says neither min nor max.`,
        );
      if (min !== undefined && max !== undefined && min >= max)
        throw new Problem(
          `${prefix}${capital(where)}, condition ${at + 1}: nobody has ${measure} of at least ${min} and below ${max}.`,
        );
    });
    if (rule.all.length === 0 && place < rules.segments.length - 1)
      throw new Problem(
        `${prefix}${capital(where)} has no condition and so takes everybody; put it last or give it one.`,
      );
  });
  return rules;
};

const whereOf = (place: number, name: unknown): string =>
  `segment ${place + 1}${typeof name === 'string' && name.trim() !== '' ? ` ("${name.trim()}")` : ''}`;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'an object in braces',
};

type Issue = z.core.$ZodIssue;

const sentenceOf = (issue: Issue, given: unknown): string => {
  const [first, place, ...rest] = issue.path;
  const inside = first === 'segments' && typeof place === 'number';
  const condition = rest[0] === 'rule' && rest[1] === 'all' && typeof rest[2] === 'number' ? rest[2] : null;
  const segment = inside ? (given as { segments: { name?: unknown }[] }).segments[place] : undefined;
  const where = inside
    ? `${whereOf(place, segment?.name)}${condition === null ? '' : `, condition ${condition + 1}`}`
    : 'the file';
  return `${capital(where)}: ${complaint(issue)}.`;
};

const complaint = (issue: Issue): string => {
  const field = issue.path.findLast((part) => typeof part === 'string');
  const what = typeof issue.path.at(-1) === 'string' ? `"${String(issue.path.at(-1))}"` : 'it';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `"${issue.keys[0]}" is not known there`;
    case 'invalid_value':
      return issue.input === undefined
        ? `${what} is missing`
        : `there is no measure ${JSON.stringify(issue.input)}; there are ${MeasureSchema.options.join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? 'there must be at least one segment' : `${what} is empty`;
    case 'too_big':
      return `"${field}" holds more than ${issue.maximum} ${issue.origin === 'string' ? 'characters' : field === 'all' ? 'conditions' : 'segments'}`;
    case 'invalid_type':
      return issue.input === undefined
        ? `${what} is missing`
        : `${what} must be ${KINDS[issue.expected] ?? issue.expected}`;
    default:
      return issue.message;
  }
};
