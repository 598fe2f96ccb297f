import type { Logger } from 'pino';
import { z } from 'zod';
import { fetchFile, NOT_FETCHED } from '../chat/given-file.ts';
import type { GivenFile } from '../chat/platform.ts';
import type { TeamsConfig } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { type Activity, isPersonal } from './activity.ts';
import { isLocalAddress } from './service-url.ts';

/** A file that somebody sent: an address that needs no token, for some minutes. Everything else is no file. */
const download = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().nullish(),
  content: z.object({ downloadUrl: z.string() }),
});

/** The files in a message. Teams gives a bot files in 1:1 only. */
export function givenFiles(activity: Activity, config: TeamsConfig, log: Logger): GivenFile[] {
  if (!isPersonal(activity)) return [];
  return (activity.attachments ?? []).flatMap((attachment) => {
    const { data: file } = download.safeParse(attachment);
    return file
      ? [{ name: file.name || 'bestand', size: 0, read: () => read(file.content.downloadUrl, config, log) }]
      : [];
  });
}

async function read(downloadUrl: string, config: TeamsConfig, log: Logger): Promise<Uint8Array> {
  try {
    if (!isFileAddress(config, downloadUrl))
      throw new Error(`not SharePoint's: ${URL.parse(downloadUrl)?.origin}`);
    return await fetchFile(downloadUrl);
  } catch (err) {
    log.warn({ err }, 'Teams: a file was not fetched');
    throw new Refusal(NOT_FETCHED);
  }
}

/** OneDrive for work, where Teams keeps what is sent in a chat. The message names the address, so it is looked at. */
export function isFileAddress(config: TeamsConfig, downloadUrl: string): boolean {
  const url = URL.parse(downloadUrl);
  if (!url) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (isLocalAddress(config, url)) return true;
  const host = url.hostname;
  return (
    !config.anonymous && url.protocol === 'https:' && url.port === '' && host.endsWith('.sharepoint.com')
  );
}
