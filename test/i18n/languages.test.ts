import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { direction, messages, spoken, type Messages } from '../../src/i18n/index.js';

type Hole = string | number;
type Leaf = string | ((...holes: readonly Hole[]) => string);

/** What is written as in English, by language; whatever else equals the English was forgotten. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  ar: ['Ankerplatz: Birkenweg'],
  de: ['Ankerplatz: Birkenweg', 'Budget', 'Format', 'Name', 'Open Government Partnership', 'Portal', 'Status'],
  es: ['3 ideas', 'Ankerplatz: Birkenweg', 'Error:', 'Idea Ankerplatz', 'Ideas', 'Portal'],
  fr: ['Budget', 'Format', 'Licence', 'Source'],
};

/** What Arabic keeps in Latin letters: names of formats and products, a header, a key, and what is typed into a tag. */
const latinInArabic = /\b(CSV|GeoJSON|Excel|KML|shapefile|CKAN|civic-hub|relay|Ctrl|Shift|Access-Control-Allow-Origin|data-endpoints=https:\/\/hub\.city\.example|crs=EPSG:\d+|on=geo=NUTS_ID)\b/g;

/** Labels that stand on a button or a chip, and so have to fit into a line of the narrowest phone. */
const short: readonly RegExp[] = [
  /^reading\.(retry|stop|forWebmaster)$/,
  /^failing\.open$/,
  /^mapOpened\.(close|route|values\.(none|more|fewer))$/,
  /^mapExplorer\.(add|draw|every|more|fewer|table)$/,
  /^mapArea\.(finish|undo|cancel)$/,
  /^mapDrawn\.all$/,
  /^mapBrowsing\.near$/,
  /^mapJoined\.all$/,
  /^map\.(skip|more|earlier|filters\.(search|chosen|explore|clear))$/,
  /^rating\.(send|again|words\..)$/,
  /^ideas\.(propose|resume|reset|more|read|less|support|all|allIdeas|status\..+|sorts\..+)$/,
  /^ideas\.picker\.(open|choose)$/,
  /^ideas\.mine\.(withdraw|yes|no|private|forget)$/,
  /^ideas\.form\.(locate|removePoint|send|close|instead|discard|change|anyway|copy|another)$/,
  /^roadmap\.(status\..+|late|more|next|filters\.(reset|sorts\..+)|milestone\..+)$/,
  /^sending\.retry$/,
];

const amounts = [0, 1, 2, 3, 11, 100, 103, 1_000_000];
const samples = ['Ankerplatz', 'Birkenweg', 'Cedar Hall', 'Dünenpfad'];

function leaves(node: object, path = ''): [string, Leaf][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? leaves(value, here) : [[here, value as Leaf] as [string, Leaf]];
  });
}

/** Which holes of a sentence take a number: only those write a word that is none as NaN. */
function numeric(leaf: Exclude<Leaf, string>): boolean[] {
  return Array.from({ length: leaf.length }, (_, hole) => leaf(...Array.from({ length: leaf.length }, (__, i) => (i === hole ? 'x' : 3))).includes('NaN'));
}

const english = new Map(leaves(en));
const holes = new Map([...english].flatMap(([path, leaf]) => (typeof leaf === 'string' ? [] : [[path, numeric(leaf)] as const])));

/** A leaf as it is read, with samples in its holes; numbers are `amount`. */
function read(path: string, leaf: Leaf, amount = 3): string {
  if (typeof leaf === 'string') return leaf;
  return leaf(...holes.get(path)!.map((number, i) => (number ? amount : samples[i]!)));
}

/** All that a leaf may say. */
function readings(path: string, leaf: Leaf): string[] {
  return holes.get(path)?.includes(true) ? amounts.map((amount) => read(path, leaf, amount)) : [read(path, leaf)];
}

/** Without what is typed into a tag as it stands. */
const prose = (text: string): string => text.replace(/\b[\w-]+="[^"]*"/g, '').replace('Access-Control-Allow-Origin: *', '');

const count = (text: string, sign: string): number => text.split(sign).length - 1;

for (const language of ['en', 'ar', 'de', 'es', 'fr']) {
  describe(`The sentences in ${new Intl.DisplayNames('en', { type: 'language' }).of(language)}`, () => {
    let say: Messages = en;
    let said: [string, Leaf][] = [];

    before(async () => {
      say = await messages(language, en);
      said = leaves(say);
    });

    /** Says at once which leaves fail, and how they read. */
    function expectEvery(what: string, holds: (text: string, path: string) => boolean): void {
      const failing = said.flatMap(([path, leaf]) => readings(path, leaf).filter((text) => !holds(text, path)).map((text) => `${path}: ${text}`));
      expect(failing, what).to.deep.equal([]);
    }

    it('are those that we speak', () => {
      expect(spoken(`${language}-XX`)).to.equal(language);
      expect(direction(language)).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      if (language !== 'en') expect(say).not.to.equal(en);
    });

    it('are all there, with the same holes', () => {
      expect(said.map(([path, leaf]) => `${path} ${typeof leaf}`).sort()).to.deep.equal([...english].map(([path, leaf]) => `${path} ${typeof leaf}`).sort());
    });

    it('are not empty, and say nothing that only a program would', () => {
      expectEvery('empty', (text) => typeof text === 'string' && text.trim() !== '');
      expectEvery('a hole that nothing filled', (text) => !/#|undefined|null|NaN|\[object|\$\{/.test(text));
    });

    it('have no stray spaces, and the signs of a printed text', () => {
      // French leaves the space of a colon that follows.
      const whole = (text: string): string => (language === 'fr' ? text.replace(/\u00a0$/, '') : text);
      expectEvery('spaces', (text) => whole(text) === text.trim() && !/[ \u00a0\u202f]{2}|[\n\t]/.test(text));
      expectEvery('signs of a typewriter', (text) => !/["'`]|\.\.\./.test(prose(text)));
    });

    it('keep every text that they are given', () => {
      const failing = said.filter(([path, leaf]) => holes.get(path)?.some((number, i) => !number && !read(path, leaf).includes(samples[i]!)));
      expect(failing.map(([path]) => path)).to.deep.equal([]);
    });

    it('say every number in digits, or in a form that stands for this number alone', () => {
      const digits = new Intl.NumberFormat(language);
      const rules = new Intl.PluralRules(language);
      // French has one form for none and one.
      const told = (one: number, other: number): boolean => one !== other && !(one < 2 && other < 2 && rules.select(one) === rules.select(other));
      const failing = said.flatMap(([path, leaf]) => {
        if (!holes.get(path)?.includes(true)) return [];
        return amounts.filter((amount) => {
          const text = read(path, leaf, amount);
          if (text.includes(digits.format(amount))) return false;
          const others = amounts.filter((other) => told(amount, other)).map((other) => read(path, leaf, other));
          return amount > 2 || others.includes(text);
        }).map((amount) => `${path}: ${read(path, leaf, amount)} (${amount})`);
      });
      expect(failing).to.deep.equal([]);
    });

    it('leave a missing total and a period of one day to themselves', () => {
      expect(say.reading.progress('1.5', undefined)).to.include('1.5').and.not.include('undefined');
      expect(say.rating.period('Montag', 'Montag')).to.equal('Montag');
    });

    it('fit on a button at 320 px', async () => {
      const line = await fixture<HTMLElement>(html`<span lang=${language} dir=${direction(language)} style="font: 600 16px system-ui, sans-serif; white-space: nowrap"></span>`);
      const labels = said.filter(([path]) => short.some((pattern) => pattern.test(path)));
      expect(labels.length).to.be.above(short.length);
      const wide = labels.flatMap(([path, leaf]) => {
        line.textContent = read(path, leaf, 50);
        const { width } = line.getBoundingClientRect();
        return width > 264 ? [`${path}: ${line.textContent} (${Math.round(width)} px)`] : [];
      });
      expect(wide).to.deep.equal([]);
    });

    if (language !== 'en') {
      it('are not English, but for the words that are the same', () => {
        const same = said.flatMap(([path, leaf]) => (read(path, leaf).trim() === read(path, english.get(path)!) ? [read(path, leaf).trim()] : []));
        expect([...new Set(same)].sort()).to.deep.equal([...(sameWords[language] ?? [])].sort());
      });
    }

    if (language === 'de') {
      it('close each „ with “ and address the reader as Sie', () => {
        expectEvery('quotes', (text) => count(text, '„') === count(text, '“') && !/[«»”]/.test(text));
        expectEvery('du', (text) => !/\b(du|dir|dich|dein|deine[mnrs]?)\b/i.test(text));
      });
    }

    if (language === 'fr') {
      it('put a narrow space before ; ! ? and a wide one before : and inside « »', () => {
        expectEvery('; ! ?', (text) => !/[^\u202f;!?][;!?]/.test(prose(text)));
        expectEvery(':', (text) => !/[^\u00a0]:/.test(prose(text)));
        expectEvery('« »', (text) => !/«(?!\u00a0)|(?<!\u00a0)»|[“”„]/.test(text) && count(text, '«') === count(text, '»'));
      });
    }

    if (language === 'es') {
      it('open what they ask and what they call', () => {
        expectEvery('¿ ?', (text) => count(text, '¿') === count(text, '?') && count(text, '¡') === count(text, '!'));
        expectEvery('quotes', (text) => count(text, '«') === count(text, '»') && count(text, '“') === count(text, '”'));
      });
    }

    if (language === 'ar') {
      it('are in Arabic letters and signs, but for names and what is typed', () => {
        const strange = (text: string): string => samples.reduce((rest, sample) => rest.replaceAll(sample, ''), text).replace(latinInArabic, '');
        expectEvery('letters', (text) => !/[A-Za-z]/.test(strange(text)));
        // Latitude and longitude are typed with the comma that the field takes.
        expectEvery('signs', (text) => !/[,;?](?! ?\d)/.test(strange(text)) && count(text, '«') === count(text, '»'));
        expectEvery('marks of direction', (text) => !/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text));
      });

      it('have a form for none, one, two, a few, many and a hundred', () => {
        expect([0, 1, 2, 3, 11, 100].map((n) => say.sending.left(n).replace(/[\d٠-٩]+/, 'n'))).to.deep.equal([
          'لم يبق أي حرف', 'بقي حرف واحد', 'بقي حرفان', 'بقيت n أحرف', 'بقي n حرفًا', 'بقي n حرف',
        ]);
      });
    }
  });
}
