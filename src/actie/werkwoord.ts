const KLINKER = '[aeiou]';

/** Prefixes that stand apart in a sentence and before the «ge» of a participle: "aanleveren", "aangeleverd". */
export const LOS =
  /^(aan|achter|af|bij|door|in|mee|na|om|onder|op|over|rond|samen|tegen|terug|toe|uit|voor|vast|weg)/;

/** The forms of a regular verb, from its infinitive: "maken" is also "maak", "maakt", "maakte", "gemaakt", "makende". */
export function formsOf(infinitief: string): string[] {
  return stemsOf(infinitief).flatMap((stam) => {
    const [, los = ''] = LOS.exec(infinitief) ?? [];
    const kaal = stam.slice(los.length);
    const verleden = ['t', 'd', 'te', 'de', 'ten', 'den'];
    const deelwoord =
      stam.endsWith('t') || stam.endsWith('d') ? ['', 'e', 'te', 'de'] : ['t', 'd', 'te', 'de'];
    return [
      infinitief,
      `${infinitief}d`,
      `${infinitief}de`,
      stam,
      ...verleden.map((uitgang) => stam + uitgang),
      ...deelwoord.map((uitgang) => `ge${stam}${uitgang}`),
      ...(los ? deelwoord.map((uitgang) => `${los}ge${kaal}${uitgang}`) : []),
    ];
  });
}

/** What is left of an infinitive, spelled as on its own: "mak" is "maak", "pakk" is "pak", "lez" is "lees". */
function stemsOf(infinitief: string): string[] {
  const bot = infinitief.replace(/e?n$/, '');
  const hard = (stam: string) => stam.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([^aeiou])\1$/.test(bot)) return [bot.slice(0, -1)];
  const open = new RegExp(`(?:^|[^aeiou])(${KLINKER})[^aeiouwxy]$`).exec(bot);
  if (!open) return [hard(bot)];
  const lang = `${bot.slice(0, -1)}${open[1]}${bot.slice(-1)}`;
  // "leveren" is "lever", "reageren" is "reageer": only the ear knows, so both count.
  return [hard(lang), hard(bot)];
}
