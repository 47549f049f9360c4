/** The old encodings of East Asia that pages without a label are in. */
const CANDIDATES = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"] as const;
const LOOKED_AT = 64 * 1024;
/** About a third of any Chinese text, and kana and the commonest Korean syllables; a wrong decoding has hardly any. */
const EVERYDAY = new Set(
  "的一是在不了有人我他這这個个們们中來来上大為为和國国說说到以時时要就出會会可也你對对生能而子那得於于著着下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想日者意無无情又已被比高長长月，。、「」：" +
    "のにはをたがでとしれさるいなっもかこりまらすあけ" +
    "이다는을가의에고하지를한은도로사기그",
);

function shareOfEveryday(charset: string, bytes: Uint8Array): number {
  let wide = 0;
  let everyday = 0;
  let broken = 0;
  for (const character of new TextDecoder(charset).decode(bytes.subarray(0, LOOKED_AT))) {
    if (character < "\u0080") continue;
    wide += 1;
    if (EVERYDAY.has(character)) everyday += 1;
    if (character === "\ufffd") broken += 1;
  }
  const isSound = broken <= 1 + wide * 0.01;
  return wide === 0 || !isSound ? 0 : everyday / wide;
}

/**
 * The likeliest charset of bytes that nothing is known of and that are no UTF-8: the East Asian one in which most
 * of it would be everyday characters, if at least an eighth would; else windows-1252, which is never wrong about ASCII.
 */
export function guessCharset(bytes: Uint8Array): string {
  let best = { charset: "windows-1252", share: 0.125 };
  for (const charset of CANDIDATES) {
    const share = shareOfEveryday(charset, bytes);
    if (share > best.share) best = { charset, share };
  }
  return best.charset;
}
