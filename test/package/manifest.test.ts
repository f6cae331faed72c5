import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

interface Declaration {
  readonly tagName?: string;
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly events?: readonly { readonly name?: string; readonly type?: { readonly text: string }; readonly description?: string }[];
  readonly cssParts?: readonly { readonly name: string }[];
  readonly slots?: readonly { readonly name: string }[];
  readonly attributes?: readonly { readonly name: string; readonly description?: string }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
  modules: { path: string; declarations?: Declaration[]; exports?: { kind: string; name: string }[] }[];
};
const declarations = manifest.modules.flatMap(({ declarations: found = [] }) => found);
const elements = ['map', 'layer', 'rating', 'ideas', 'roadmap'];
const sources = (element: string): string =>
  readdirSync(`${root}src/elements/${element}`).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`${root}src/elements/${element}/${file}`, 'utf8')).join('\n')
  + readdirSync(`${root}src/controllers`).map((file) => readFileSync(`${root}src/controllers/${file}`, 'utf8')).join('\n');

describe('custom-elements.json', () => {
  for (const element of elements) {
    const tag = `civic-${element}`;
    describe(tag, () => {
      const found = declarations.find(({ tagName }) => tagName === tag);

      it('names the tag, its class and what it is for', () => {
        assert.ok(found, `${tag} is not in the manifest`);
        assert.match(found.name, /^Civic/);
        assert.ok(found.summary && found.summary.length > 10, 'no summary');
        const definitions = manifest.modules.flatMap(({ exports = [] }) => exports).filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name);
        assert.ok(definitions.includes(tag), `${tag} is not defined by any module`);
      });

      it('describes every attribute', () => {
        assert.ok(found?.attributes && found.attributes.length > 0);
        for (const { name, description } of found.attributes) assert.ok(description, `${name} has no description`);
      });

      it('lists exactly the events that the element fires', () => {
        const code = sources(element);
        const classes = code.matchAll(/class (\w+) extends Event[^]*?super\('(civic-[a-z-]+)'/g);
        // An event class that nothing here makes is one that a page fires and the element hears.
        const fired = new Set([...classes].filter(([, type]) => code.includes(`new ${type}(`)).map(([, , name]) => name));
        const documented = new Set((found?.events ?? []).map(({ name }) => name));
        assert.deepEqual([...documented].sort(), [...fired].sort());
        for (const { name, type } of found?.events ?? []) assert.ok(type && code.includes(`new ${type.text}(`), `${name}: nothing makes a ${type?.text}`);
      });

      it('lists exactly the parts and slots that the templates have', () => {
        const code = sources(element);
        const own = readdirSync(`${root}src/elements/${element}`).map((file) => readFileSync(`${root}src/elements/${element}/${file}`, 'utf8')).join('\n');
        const parts = (text: string): Set<string> => new Set([...text.matchAll(/\spart="([a-z -]+)"/g)].flatMap(([, names = '']) => names.split(' ')));
        const documented = (found?.cssParts ?? []).map(({ name }) => name);
        for (const name of documented) assert.ok(parts(code).has(name), `no template has the part “${name}”`);
        for (const name of parts(own)) assert.ok(documented.includes(name), `the part “${name}” is not documented`);
        for (const { name } of found?.slots ?? []) assert.ok(code.includes(name ? `<slot name="${name}"` : '<slot>'), `no template has the slot “${name}”`);
      });
    });
  }
});
