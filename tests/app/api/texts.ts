/** A text in which somebody says something of what is to come. */
export const TALK = `Ann Lee: It rained all day. We will land on the moon within two years.

Bob: When will that be?

Ann Lee: By the end of 2028, half of all ships will be electric.`;

export const MEGABYTE = 1_048_576;

/** A text of so many bytes. */
export const textOf = (bytes: number, line = "We will land on the moon within two years.\n"): string => {
  const whole = line.repeat(Math.floor(bytes / Buffer.byteLength(line)));
  return whole + "x".repeat(bytes - Buffer.byteLength(whole));
};
