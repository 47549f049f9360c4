/**
 * What a test does where chance or size has a part: how often, or with what, as `npm test` has time for, and as the long
 * run does it.
 */
export const rounds = <T>(usual: T, long: T): T => (process.env.HINDCAST_TEST_LONG === "1" ? long : usual);
