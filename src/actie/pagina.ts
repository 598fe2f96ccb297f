/** How many lines a page of a list has: a phone's screen or two. */
export const PAGINA = 8;

/** A part of a list: the lines from `from` up to `to`, counted from 0, and which page of how many that is. */
export type Pagina = { from: number; to: number; pagina: number; pages: number };

/**
 * The page of a list of `count` lines that begins at line `from`. Before the first line it is the first page, past the
 * end the last. A page that was reached by «Volgende» need not begin at a multiple: the list may have changed.
 */
export function pageFrom(count: number, from: number): Pagina {
  const last = Math.floor(Math.max(0, count - 1) / PAGINA) * PAGINA;
  const start = from >= count ? last : Math.max(0, from);
  const pagina = start === 0 ? 1 : Math.max(2, Math.round(start / PAGINA) + 1);
  const pages = pagina - 1 + Math.max(1, Math.ceil((count - start) / PAGINA));
  return { from: start, to: Math.min(count, start + PAGINA), pagina, pages };
}

/** Where page number `pagina` begins, where no other place is known. */
export const startOf = (pagina: number): number => (pagina - 1) * PAGINA;

/** The key of the line that a page follows or goes before: it keeps its place when lines come and go on other pages. */
export type Naast = { na?: string | undefined; voor?: string | undefined };

/** As `pageFrom`, of lines in the order of their keys; where the key has gone, the place where it would be. */
export function pageBeside(keys: readonly string[], { na, voor }: Naast): Pagina {
  const before = (key: string) => keys.filter((one) => one.localeCompare(key, 'nl') < 0).length;
  if (na !== undefined) {
    const last = keys.lastIndexOf(na);
    return pageFrom(keys.length, last < 0 ? before(na) : last + 1);
  }
  if (voor === undefined) return pageFrom(keys.length, 0);
  const first = keys.indexOf(voor);
  return pageFrom(keys.length, (first < 0 ? before(voor) : first) - PAGINA);
}
