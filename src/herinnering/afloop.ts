/** What became of what was handed over, in words, by the status of its bericht. */
export const AFLOOP = {
  wacht: 'onderweg',
  bezig: 'onderweg',
  verzonden: 'verstuurd',
  mislukt: 'niet bezorgd',
  vervallen: 'vervallen',
} as const;
