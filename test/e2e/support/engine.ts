import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Page } from '@playwright/test';
import type { Client } from '../../../src/shared/contract/index.ts';

/** The engine's procedures through the shell the page came from: what the screens must agree with. */
export const engineOf = async (page: Page): Promise<Client> => {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const token = await page.evaluate<string | null>("localStorage.getItem('clientele-token')");
  return createORPCClient(
    new RPCLink({
      url: `${origin}/rpc`,
      headers: {
        origin,
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        'x-clientele-token': token ?? '',
      },
    }),
  );
};
