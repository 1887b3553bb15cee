import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupIdentities, type Identity } from '../../../src/main/import/identities/group-identities.ts';
import { nameKey } from '../../../src/main/import/values/name-key.ts';

let next = 1;
const anIdentity = (identity: Partial<Identity> & Pick<Identity, 'kind' | 'value'>): Identity => ({
  id: next++,
  customer: null,
  source: identity.kind === 'id' ? 'file' : '',
  name: identity.kind === 'name' ? identity.value : '',
  email: identity.kind === 'email' ? identity.value : '',
  phone: identity.kind === 'phone' ? identity.value : '',
  ...identity,
});

/** Who belongs together, as sets of the identities' values. */
const together = (identities: readonly Identity[]): string[] => {
  const roots = groupIdentities(identities);
  const groups = new Map<number, string[]>();
  roots.forEach((root, i) => {
    const { kind, source, value } = identities[i]!;
    groups.set(root, [...(groups.get(root) ?? []), `${kind} ${source} ${value}`]);
  });
  return [...groups.values()].map((group) => group.sort().join(' + ')).sort();
};

const count = (...identities: Identity[]): number => together(identities).length;

describe('who is one customer', () => {
  const number = anIdentity({ kind: 'id', value: 'C1', name: 'Anna Berg', email: 'anna@example.com' });

  test.each<[string, Identity, number]>([
    ['the same e-mail', anIdentity({ kind: 'email', value: 'anna@example.com' }), 1],
    ['another e-mail', anIdentity({ kind: 'email', value: 'anna.b@example.com' }), 2],
    [
      'a dot more is another e-mail (IMPORT 12)',
      anIdentity({ kind: 'email', value: 'an.na@example.com' }),
      2,
    ],
    ['the exact name and nothing else', anIdentity({ kind: 'name', value: 'anna berg' }), 1],
    ['a name that is nearly the same', anIdentity({ kind: 'name', value: 'ana berg' }), 2],
    [
      'another number of the same source, though the e-mail is the same',
      anIdentity({ kind: 'id', value: 'C2', email: 'anna@example.com' }),
      2,
    ],
    [
      'a number of another source with the same e-mail',
      anIdentity({ kind: 'id', source: 'shop', value: '77', email: 'anna@example.com' }),
      1,
    ],
    [
      'a number of another source with the same name only',
      anIdentity({ kind: 'id', source: 'shop', value: '77', name: 'Anna Berg' }),
      2,
    ],
  ])('a customer number and %s', (_, other, customers) => {
    expect(count(number, other)).toBe(customers);
    expect(count(other, number)).toBe(customers);
  });

  test('the same phone with a compatible name is one, with another name two', () => {
    const phone = '+491701234567';
    const anna = anIdentity({ kind: 'id', value: 'C1', name: 'Anna Berg', phone });
    expect(count(anna, anIdentity({ kind: 'phone', value: phone, name: 'A. Berg' }))).toBe(1);
    expect(count(anna, anIdentity({ kind: 'phone', value: phone }))).toBe(1);
    expect(count(anna, anIdentity({ kind: 'phone', value: phone, name: 'Bert Kahn' }))).toBe(2);
  });

  test.each(['12345', '+1', '+49', '+440000000000', '+49 170 1234567'])(
    'the phone %s, which is no valid number, joins nobody (IMPORT 12)',
    (phone) => {
      const two = ['anna berg', 'anna kahn'].map((value) => anIdentity({ kind: 'name', value, phone }));
      expect(count(...two)).toBe(2);
    },
  );

  test('a name that two customers bear belongs to neither', () => {
    const two = ['C1', 'C2'].map((value) => anIdentity({ kind: 'id', value, name: 'Anna Berg' }));
    expect(count(...two, anIdentity({ kind: 'name', value: 'anna berg' }))).toBe(3);
  });

  test('an e-mail that two numbers of one source share is nobody\u2019s', () => {
    const two = ['C1', 'C2'].map((value) => anIdentity({ kind: 'id', value, email: 'office@example.com' }));
    expect(count(...two, anIdentity({ kind: 'email', value: 'office@example.com' }))).toBe(3);
  });
});

const PHONES = ['+491701234567', '+491701234568', '+442079460000'];

describe('the answer depends on the set of identities alone', () => {
  const identity = fc.record({
    kind: fc.constantFrom('id' as const, 'email' as const, 'phone' as const, 'name' as const),
    source: fc.constantFrom('file', 'shop'),
    n: fc.integer({ min: 0, max: 4 }),
    name: fc.constantFrom('', 'Anna Berg', 'A. Berg', 'Bert Kahn', 'Berta Berg'),
    email: fc.constantFrom('', 'a@x.de', 'b@x.de', 'c@x.de'),
    phone: fc.constantFrom('', ...PHONES, '555'),
  });
  const identities = fc.uniqueArray(
    identity.map(({ kind, source, n, name, email, phone }) => {
      const value = {
        id: `C${n}`,
        email: `${'abc'[n % 3]}@x.de`,
        phone: PHONES[n % 3]!,
        name: nameKey(name) || 'x',
      }[kind];
      return anIdentity({
        kind,
        value,
        source: kind === 'id' ? source : '',
        name,
        // whoever has an e-mail or a phone is known by it before the name
        ...(kind === 'email' ? {} : { email: kind === 'name' || kind === 'phone' ? '' : email }),
        ...(kind === 'phone' ? {} : { phone: kind === 'name' ? '' : phone }),
      });
    }),
    { maxLength: 9, selector: ({ kind, source, value }) => `${kind} ${source} ${value}` },
  );

  test('in whatever order imports brought them', () => {
    fc.assert(
      fc.property(identities, fc.infiniteStream(fc.nat()), (list, dice) => {
        const shuffled = [...list]
          .map((each) => ({ each, key: dice.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(together(shuffled)).toEqual(together(list));
      }),
      { seed: 5, numRuns: Number(process.env.CLIENTELE_RESOLVE_RUNS ?? 3000) },
    );
  });

  test('and two numbers of one source never end up as one customer', () => {
    fc.assert(
      fc.property(identities, (list) => {
        for (const group of together(list)) {
          const numbers = group.split(' + ').filter((each) => each.startsWith('id '));
          const sources = numbers.map((each) => each.split(' ')[1]);
          expect(new Set(sources).size).toBe(sources.length);
        }
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});
