/** A record as its editor saw it, and why they change it. */
export interface ChangeBasis {
  readonly revision: number;
  readonly reason: string | null;
}
