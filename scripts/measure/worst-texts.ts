const filled = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts of any length that give the reader most to do: numbers without end, and horizons that begin and break off. */
export const DENSE: readonly (readonly [name: string, ofLength: (length: number) => string])[] = [
  ["digits and commas", filled("1,2,34,567,8901,")],
  ["one number", filled("1234567890")],
  ["grouped digits", filled("1,234,567,")],
  ["numbers in words", filled("one or two or three, maybe ")],
  ["ranges that break off", filled("between early to mid 2027 or ")],
  ["hedges", filled("about maybe roughly ")],
  ["denials", filled("not in 5 years ")],
  ["Chinese numerals", filled("一兩三十百年或、")],
  ["Chinese bounds", filled("不會在到最快明年底前")],
  ["dates", filled("2027-03-31, 3/4/2027 ")],
];
