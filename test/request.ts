import type { Request } from '../src/chat/platform.ts';
import { TENANT } from '../src/console/session.ts';

/** What arrives when this person says that on the platform of `talkOn`, once: each has an id of its own. */
export const requestOf = (email: string, say: Request['say']) => ({
  id: crypto.randomUUID(),
  platform: 'console' as const,
  tenant: TENANT,
  account: { id: email, address: { email }, email: async () => email },
  say,
});
