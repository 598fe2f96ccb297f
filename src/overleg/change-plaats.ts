import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { changeVergadering, type Wijziging } from './change-vergadering.ts';
import { placedCard } from './changed-card.ts';
import { dagIn, overlegIn } from './stored-overleg.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { findWelkeToChange, welke } from './stored-welke.ts';
import { MET_CODE, VAN_DAG } from './vergadering.ts';

const input = z.object({ ...welke, woorden: z.string() });

/** «overleg plaats RBA Stadhuis Haarlem, zaal 3», «overleg plaats RBA weg», «overleg plaats RBA van 14 oktober Stadhuis». */
export const changePlaats = command({
  name: 'overleg.plaats',
  input,
  phrases: phrasesOf('(?:plaats|locatie|zaal)'),
  changes: true,
  run: (typed, asked) => change(typed, 'plaats', asked),
});

/** «overleg link RBA https://…», «overleg link RBA van 14 oktober https://…». */
export const changeLink = command({
  name: 'overleg.link',
  input,
  phrases: phrasesOf('link'),
  changes: true,
  run: (typed, asked) => change(typed, 'link', asked),
});

/** The first word may be the code of an overleg, or the first of a place: only the record knows. So may a day be. */
function phrasesOf(what: string): RegExp[] {
  return [
    new RegExp(`^overleg ${what}(?<woorden>(?: .*)?)$`, 'i'),
    new RegExp(`^overleg${MET_CODE}(?:${VAN_DAG})? ${what}(?<woorden>(?: .*)?)$`, 'i'),
  ];
}

type What = 'plaats' | 'link';

async function change(
  { woorden, ...typed }: z.output<typeof input>,
  what: What,
  asked: Asked,
): Promise<Card> {
  await refuseOthers(asked, WAT[what]);
  const { code, rest: words } = typed.code
    ? { code: typed.code, rest: woorden }
    : await overlegIn(asked.tx, woorden);
  const { dag, rest } = typed.dag ? { dag: typed.dag, rest: words.trim() } : dagIn(words.trim(), asked.now);
  const example = (one: string) => `overleg ${what} ${one} ${rest || VOORBEELD[what]}`;
  const vergadering = await findWelkeToChange(asked, { code, dag }, example);
  if (rest === '') {
    throw new Refusal(
      `Zet erbij wat het wordt, bijvoorbeeld «${example([vergadering.overleg.code, ...(dag ? [`van ${dag}`] : [])].join(' '))}».`,
    );
  }
  const value = /^(?:weg|geen|-)$/i.test(rest) ? '' : READ[what](rest);
  const van = vergadering[what];
  if (value === van) throw new Refusal(value === '' ? 'Er staat nog niets.' : `Dat staat er al: ${value}.`);
  const wijziging: Wijziging = what === 'plaats' ? { plaats: value } : { link: value };
  await changeVergadering(vergadering, wijziging, asked);
  return placedCard(vergadering, what, { van, naar: value }, asked.now);
}

const WAT: Record<What, string> = {
  plaats: 'de plaats van een vergadering wijzigen',
  link: 'de link van een vergadering wijzigen',
};

const VOORBEELD: Record<What, string> = {
  plaats: 'Stadhuis Haarlem, zaal 3',
  link: 'https://teams.microsoft.com/…',
};

const MAX = { plaats: 200, link: 1000 };

const READ: Record<What, (typed: string) => string> = {
  plaats: (typed) => {
    const plaats = typed.replace(/\s+/g, ' ');
    if (plaats.length <= MAX.plaats) return plaats;
    throw new Refusal(`Een plaats is hoogstens ${MAX.plaats} tekens. Dit zijn er ${plaats.length}.`);
  },
  link: (typed) => {
    const url = URL.parse(typed);
    if (url?.protocol === 'https:' && typed.length <= MAX.link && !/\s/.test(typed)) return url.href;
    throw new Refusal(
      `«${typed.slice(0, 80)}» is geen link die ik kan gebruiken. Een link begint met https://, en er staat geen spatie in.`,
    );
  },
};
