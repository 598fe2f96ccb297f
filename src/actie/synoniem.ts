/** Two ways to say the same. */
export type Synoniem = { woord: string; betekenis: string };
