/** How often a test does what chance has a part in: as often as `npm test` has time for, or as the long run does it. */
export const rounds = (usual: number, long: number): number =>
  process.env.HINDCAST_TEST_LONG === "1" ? long : usual;
