import { strictText } from './encoding.js';

/** What is so common in a language that a text without it is none, in the encodings in which it was written before UTF-8. */
const scripts: readonly (readonly [encodings: string, common: string])[] = [
  ['shift_jis euc-jp', 'のにはをたがでとしてるなスンルトアリイラクコ市町村区県都府道番地丁目名称住所在電話緯度経公園学校施設駅館一二三大小中年月日東西南北新本山川田'],
  ['gb18030', '的一是不了在人有这中大来上国个到们市区县路号街道镇乡省名称地址电话经度纬公园学校医院年月日东西南北新站'],
  ['big5', '的一是不在有人這中大來上國個到市區縣路號街道鎮鄉里名稱地址電話經度緯公園學校醫院年月日東西南北新站'],
  ['euc-kr', '시구동도로군면리읍번길주소이름명전화학교공원은는가의을를에서대한지역관광차장년월일사'],
  ['windows-1251 koi8-r iso-8859-5 ibm866', 'оеаинтсрвлкмдпуіяы'],
  ['windows-1253', 'αοιετσνηρκμπυλςάίόέή'],
  ['windows-1255', 'יוהלאמרתבשנדע'],
  ['windows-1256', 'اليمنورتبعدقة'],
  ['windows-874', 'านรอกเงมยลวดท่้ัีิส'],
];
/** The letters beyond ASCII of each language that was written in windows-1252. */
const western = 'äöüßé éèêëàâçîïôùûœ áéíóúñü àèéìòùî áâãàçéêíóôõú éëïèöü åäöéšž äõöüšž æøåéöä áðéíóúýþæö àèéíïòóúüç'.split(' ');
/** The letters of others, in their encodings; those of the west on a Macintosh of old. */
const letters: readonly (readonly [encoding: string, languages: readonly string[]])[] = [
  ['windows-1250', 'áčďéěíňóřšťúůýž áäčďéíľĺňóôŕšťúýž ąćęłńóśźż áéíóöőúüű čćđšž ăâîşţ'.split(' ')],
  ['iso-8859-2', 'áčďéěíňóřšťúůýž áäčďéíľĺňóôŕšťúýž ąćęłńóśźż áéíóöőúüű čćđšž ăâîşţ'.split(' ')],
  ['windows-1254', ['çğıİöşüâî']],
  ['windows-1257', 'ąčęėįšųūž āčēģīķļņšūž äõöüšž'.split(' ')],
  ['macintosh', western],
];
/** Signs that stand in texts of every language. */
const sign = /[\u00a0°²³€§®©«»„“”‘’‚‹›–—…·•×½¼¾±µ´ºª¿¡]/;

/** The encoding of text by the languages that it could be in; `undefined` where none is plain, as in what is written in windows-1252. */
export function encodingByLanguage(bytes: Uint8Array): string | undefined {
  const candidates = mostlyRuns(bytes) ? scripts.flatMap(([encodings, common]) => encodings.split(' ').map((encoding) => ({ encoding, score: commonness(bytes, encoding, common) }))) : latin(bytes);
  const best = candidates.reduce((most, each) => (each.score > most.score ? each : most), { encoding: '', score: 0.1 });
  return best.encoding || undefined;
}

/** Whether what is beyond ASCII stands side by side: letters of the west stand alone between others. */
function mostlyRuns(bytes: Uint8Array): boolean {
  let [high, pairs] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    if (bytes[i - 1]! >= 0x80 || bytes[i + 1]! >= 0x80) pairs += 1;
  }
  return high > 3 && pairs * 2 > high;
}

/** How much of what is beyond ASCII is common; of an alphabet, more than in texts that are not in it. Capitals say less, for the wrong encoding may turn them round. */
function commonness(bytes: Uint8Array, encoding: string, common: string): number {
  const text = strictText(bytes, encoding)?.replace(/[\0-\x7f]/g, '');
  if (!text) return 0;
  const set = new Set(common);
  let found = 0;
  for (const letter of text) found += set.has(letter) ? 1 : set.has(letter.toLowerCase()) ? 0.7 : 0;
  const share = found / text.length;
  return common.length < 25 && share < 0.55 ? 0 : share;
}

/** Every encoding in which nearly all letters are those of one language, more than in windows-1252, and not the same as there. */
function latin(bytes: Uint8Array): { readonly encoding: string; readonly score: number }[] {
  const textIn = (encoding: string): string => new TextDecoder(encoding).decode(bytes, { stream: true });
  const best = (text: string, languages: readonly string[]): number => Math.max(...languages.map((language) => shareOf(text, language)));
  const plain = textIn('windows-1252');
  const usual = best(plain, western);
  return letters.flatMap(([encoding, languages]) => {
    const text = textIn(encoding);
    const score = text === plain ? 0 : best(text, languages);
    // Names of other countries stand in every list.
    return score > Math.max(0.9, usual + 0.05) ? [{ encoding, score }] : [];
  });
}

/** The share of letters beyond ASCII that a language has, and that stand where they may; 0 where there are too few to tell. */
function shareOf(text: string, language: string): number {
  const different = new Set<string>();
  let [all, good] = [0, 0];
  for (const { 0: letter, index } of text.matchAll(/[^\0-\x7f]/g)) {
    if (sign.test(letter)) continue;
    all += 1;
    const small = letter.toLowerCase();
    // No capital stands behind a small letter.
    if (!(language.includes(small) || language.includes(letter)) || (small !== letter && /\p{Ll}/u.test(text[index - 1] ?? ''))) continue;
    good += 1;
    different.add(small);
  }
  return all > 5 && different.size > 2 ? good / all : 0;
}
