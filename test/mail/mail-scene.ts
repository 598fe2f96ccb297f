import { afterAll, beforeAll, beforeEach } from 'vitest';
import { changesNothing } from '../../src/connect.ts';
import { connectMail } from '../../src/mail/mail.ts';
import { installMail } from '../../src/regio/install.ts';
import { madeIn, talkFor } from '../scene.ts';
import { type MailDriver, mailDriver } from './mail-driver.ts';

/** A talk of which all persons have mail, and another regio, `elders`, that has too. */
export function withMail() {
  const talk = talkFor('postgres');
  const regio = { tenant: '' };
  const mail: MailDriver = madeIn(beforeAll, async () => {
    [regio.tenant = ''] = await installMail(talk.db);
    const tenants = [regio.tenant, 'elders'];
    const deps = { ask: talk.ask, now: talk.clock.now, log: talk.log, tenants, reads: changesNothing };
    return mailDriver((config) => connectMail(config, deps), { ...regio, now: talk.clock.now });
  });
  beforeEach(async () => {
    mail.smtp.arrived.length = 0;
    await talk.db.owner.regio.create({ data: { code: 'elders', naam: 'Elders' } });
    await installMail(talk.db);
  });
  afterAll(() => mail.stop());
  return { talk, mail, regio, updates: () => talk.inRegio((tx) => tx.update.count()) };
}
