import { ON_AGENDA } from './actie/stored-actie.ts';
import type { Config } from './config.ts';
import type { Tx } from './db/database.ts';
import { isKomend } from './overleg/stored-vergadering.ts';
import { beginText } from './overleg/vergadering.ts';

export type Opened = { regio: string; config: Config; port: number; now: Temporal.Instant; quarter: boolean };

/** What a newcomer needs to know at start-up, in a few lines. */
export async function welcome(tx: Tx, { regio, config, port, now, quarter }: Opened): Promise<string> {
  const [acties, themas] = [await tx.actie.count({ where: ON_AGENDA }), await tx.thema.count()];
  const next = await tx.vergadering.findFirst({
    where: isKomend(now),
    include: { overleg: true },
    orderBy: { begin: 'asc' },
  });
  const when = next
    ? `${next.overleg.naam}, ${beginText(next.begin.toTemporalInstant())}`
    : 'nog niet gepland';
  return [
    `Doebot · ${regio}: ${acties} acties in ${themas} thema's`,
    `Volgende vergadering: ${when}`,
    platformsText(config, port),
    ...(await futureText(tx, now)),
    ...(config.slack || config.teams || config.mail ? [] : ['', ...tips(quarter)]),
  ].join('\n');
}

function platformsText({ slack, teams, mail, host }: Config, port: number): string {
  const base = `http://${host}:${port}`;
  const on = [
    ...(slack ? [`Slack op ${slack.appToken ? 'Socket Mode' : `${base}/slack/events`}`] : []),
    ...(teams ? [`Teams op ${base}/api/messages`] : []),
    ...(mail ? [`mail via ${new URL(mail.smtpUrl).host}, beantwoord op ${base}/antwoord/`] : []),
  ];
  return `Aan: ${on.length > 0 ? on.join(', ') : `deze terminal (Slack en Teams staan uit); server op ${base}`}`;
}

/** Somebody moved the clock before, and starts again at an earlier time. */
async function futureText(tx: Tx, now: Temporal.Instant): Promise<string[]> {
  const { _max } = await tx.logregel.aggregate({ _max: { op: true } });
  if (!_max.op || _max.op.getTime() <= now.epochMilliseconds) return [];
  const day = _max.op.toISOString().slice(0, 10);
  return [
    `Let op: hier is al iets vastgelegd op ${day}. Zet de klok verder («klok ${day}») of begin met een lege map.`,
  ];
}

function tips(quarter: boolean): string[] {
  return [
    'Typ bijvoorbeeld:',
    '  actie 12                     hoe het staat met actie 12',
    '  acties uwv                   de acties van het UWV',
    '  ik ben trekker@uwv.example   praat als iemand anders',
    '  actie 4 loopt Eerste gesprekken gevoerd',
    ...(quarter ? ['  klok +3 weken                zie welke herinneringen er komen'] : []),
    '  help                         wat je nog meer kunt vragen',
    '',
  ];
}
