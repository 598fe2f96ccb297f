const AFLOOP = {
  wacht: 'onderweg',
  bezig: 'onderweg',
  verzonden: 'verstuurd',
  mislukt: 'niet bezorgd',
  vervallen: 'vervallen',
} as const;

type Bericht = { status: keyof typeof AFLOOP; verzondenOp: Date | null };

/** What became of what was handed over, in words. What is being edited has arrived before. */
export const afloopVan = ({ status, verzondenOp }: Bericht) =>
  AFLOOP[verzondenOp && (status === 'wacht' || status === 'bezig') ? 'verzonden' : status];
