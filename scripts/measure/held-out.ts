import { countPhrases, countTexts, FOLDERS, type Folder } from "./from-others.ts";

// npm run measure:held-out

const share = (part: number, of: number) =>
  `${part}/${of}`.padEnd(9) + (of === 0 ? "" : (part / of).toFixed(3));

function sayPhrases(folder: Folder): void {
  for (const [lang, { right, wrong, unread }] of countPhrases(folder)) {
    const all = right + wrong + unread;
    console.log(
      `phrases ${lang.padEnd(8)} right ${share(right, all)}  wrong ${share(wrong, all)}  unread ${share(unread, all)}`,
    );
  }
}

function sayTexts(folder: Folder): void {
  for (const [language, sum] of countTexts(folder)) {
    console.log(
      `texts   ${language.padEnd(8)} right window ${share(sum.right, sum.dated)}  wrong ${share(sum.wrong, sum.listed)}  ` +
        `precision ${share(sum.precise, sum.listed)}  speaker ${share(sum.known, sum.named)}`,
    );
  }
}

for (const folder of FOLDERS) {
  console.log(folder);
  sayPhrases(folder);
  sayTexts(folder);
}
