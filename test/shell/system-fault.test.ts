import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/main/engine/failure.ts';
import { asProblem, asWriteProblem, sentenceOf } from '../../src/main/system-fault.ts';
import { Problem } from '../../src/shared/model/problem.ts';

const failed = (code: string, path?: string): Error =>
  Object.assign(new Error('as the system says it'), { code, ...(path === undefined ? {} : { path }) });

const NOTHING_LOST = /nothing was changed/i;

describe('every code of SQLite and of the system is a sentence: what happened, what is safe, what to do', () => {
  test.each([
    ['SQLITE_FULL', /^There is no room left on the disk for shop\.clientele; .*Make room/],
    ['ENOSPC', /^There is no room left on the disk for shop\.clientele; .*Make room/],
    ['EDQUOT', /^There is no room left/],
    ['SQLITE_BUSY', /^shop\.clientele is in use by another program; .*Close it there/],
    ['SQLITE_BUSY_SNAPSHOT', /in use by another program/],
    ['SQLITE_LOCKED_SHAREDCACHE', /in use by another program/],
    ['EBUSY', /in use by another program/],
    ['SQLITE_READONLY', /it or its folder is read-only\..*allow writing/],
    ['SQLITE_READONLY_DIRECTORY', /read-only/],
    ['SQLITE_READONLY_DBMOVED', /its disk is full, broken or no longer there; .*Check the disk/],
    ['EACCES', /read-only/],
    ['EPERM', /read-only/],
    ['EROFS', /read-only/],
    ['SQLITE_IOERR_WRITE', /its disk is full, broken or no longer there/],
    ['SQLITE_IOERR_NOMEM', /not enough memory.*Close other programs/],
    ['EIO', /its disk is full, broken or no longer there/],
    ['EFBIG', /its disk is full, broken or no longer there/],
    ['SQLITE_CORRUPT_INDEX', /^shop\.clientele is damaged; .*Restore a safety copy/],
    ['SQLITE_NOTADB', /is not a Clientele portfolio; .*Choose another/],
    ['SQLITE_CANTOPEN', /cannot be opened in \/home\/me: .*put it back, or choose another/],
    ['ENOENT', /cannot be opened in \/home\/me/],
    ['ENOTDIR', /cannot be opened in \/home\/me/],
    ['EMFILE', /^Too many files are open .*Close other programs/],
    ['ENFILE', /^Too many files are open/],
    ['ENOMEM', /not enough memory/],
    ['ERR_WORKER_OUT_OF_MEMORY', /not enough memory/],
  ])('%s', (code, sentence) => {
    const problem = asProblem(failed(code), '/home/me/shop.clientele');
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).message).toMatch(sentence);
    expect((problem as Problem).message).toMatch(NOTHING_LOST);
    expect((problem as Problem).message).not.toContain('as the system says it');
    // the same sentence comes out of a thread, where neither class nor code of an error survives
    expect(structuredClone(failureOf(failed(code), '/home/me/shop.clientele'))).toEqual({
      type: 'problem',
      sentence: (problem as Problem).message,
      code: (problem as Problem).code,
      fault: { name: 'Error', code, at: expect.any(Array) },
    });
  });

  test('what has no such code is our own fault and stays as it is', () => {
    const mistake = new TypeError('x is not a function');
    expect(asProblem(mistake)).toBe(mistake);
    expect(asProblem(failed('SQLITE_CONSTRAINT_UNIQUE'))).not.toBeInstanceOf(Problem);
    expect(failureOf(mistake, null)).toMatchObject({
      type: 'failed',
      stack: expect.stringMatching(/TypeError/),
    });
    expect(asProblem('thrown text')).toBe('thrown text');
  });

  test('a sentence that is there already stays; without a file it is of the portfolio, else of the file the error names', () => {
    const said = new Problem('The file is empty.');
    expect(asProblem(said, '/home/me/shop.clientele')).toBe(said);
    expect(sentenceOf(failed('SQLITE_FULL'))).toMatch(
      /^There is no room left on the disk for the portfolio;/,
    );
    expect(sentenceOf(failed('ENOSPC', '/tmp/review.pdf'))).toMatch(/for review\.pdf;/);
    // a portfolio that is being built is known by its own name
    expect(sentenceOf(failed('ENOSPC', '/tmp/new.clientele.new'))).toMatch(/for new\.clientele;/);
  });

  test('a file that is to be written tells a missing folder from a full disk', () => {
    expect(asWriteProblem(failed('ENOENT'), 'out/a.csv')).toMatchObject({
      message: 'out/a.csv cannot be written; its folder is missing or read-only.',
    });
    expect(asWriteProblem(failed('ENOSPC'), 'out/a.csv')).toMatchObject({
      message: expect.stringMatching(/^There is no room left on the disk for a\.csv;/),
    });
  });
});
