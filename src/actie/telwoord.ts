const EENHEID =
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  );
const TIENTAL = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');

/** "twaalf" is 12, "eenentwintig" 21. Undefined: no number below 100. */
export function numberOf(word: string): number | undefined {
  const small = EENHEID.indexOf(word) + 1;
  if (small > 0) return small;
  const ten = TIENTAL.findIndex((one) => word.endsWith(one));
  if (ten < 0) return undefined;
  const left = word.slice(0, -(TIENTAL[ten]?.length ?? 0)).replace(/en$/, '');
  const unit = left === '' ? 0 : EENHEID.indexOf(left) + 1;
  return left === '' || unit > 0 ? (ten + 2) * 10 + unit : undefined;
}
