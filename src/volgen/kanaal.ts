import type { Persoon } from '../persoon/persoon.ts';

/** A channel or group on a platform. `naam` is empty where the platform never said it. */
export type Kanaal = { platform: keyof typeof PLATFORMS; naam: string };

const PLATFORMS = { slack: 'Slack', teams: 'Microsoft Teams', console: 'de terminal', mail: 'mail' };

/** "het kanaal #doe-agenda in Slack". */
export function kanaalText({ platform, naam }: Kanaal): string {
  const which = naam === '' ? 'een kanaal' : `het kanaal #${naam.replace(/^#/, '')}`;
  return `${which} in ${PLATFORMS[platform]}`;
}

/** Who may decide what a kanaal is told: everybody but a lezer, who can follow for themselves. */
export const maySet = ({ rol }: Pick<Persoon, 'rol'>): boolean => rol !== 'lezer';
