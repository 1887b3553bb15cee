import type { BrowserContext } from '@playwright/test';

/** What a page must not do; each entry is one sentence. */
export type Watch = {
  readonly requests: readonly string[];
  readonly faults: readonly string[];
  /** a fault that the test provokes, e.g. a refused upload which the browser reports on its console */
  readonly expect: (pattern: RegExp) => void;
};

/** Writes down every request to elsewhere, every console error, uncaught error and breach of the page's policy. */
export const watchContext = (context: BrowserContext, origin: string): Watch => {
  const requests: string[] = [];
  const faults: string[] = [];
  const expected: RegExp[] = [];
  const fault = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) faults.push(text);
  };
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url)) requests.push(url);
  });
  context.on('console', (message) => {
    // a breach of the policy is a console error too
    if (message.type() === 'error' || message.type() === 'warning')
      fault(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => fault(`uncaught: ${error.error().message}`));
  return { requests, faults, expect: (pattern) => expected.push(pattern) };
};
