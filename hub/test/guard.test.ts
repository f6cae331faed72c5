import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, networkOf } from '../src/network.js';
import { looksMade } from '../src/text-rules.js';

describe('The network of an address', () => {
  it('is its beginning, however it is written', () => {
    assert.equal(networkOf('192.0.2.17'), '192.0.2');
    assert.equal(networkOf('::ffff:192.0.2.99'), '192.0.2');
    assert.equal(networkOf('2001:db8:1:2::1'), '2001:db8:1');
    assert.equal(networkOf('2001:0db8:0001:ffff:0:0:0:1'), '2001:db8:1');
    assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0');
    assert.equal(networkOf('::1'), '0:0:0');
    assert.equal(networkOf('someone'), 'unknown');
  });

  it('is that which the outermost of our own proxies saw', () => {
    assert.equal(addressOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 0), '10.0.0.1');
    assert.equal(addressOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 1), '2.2.2.2');
    assert.equal(addressOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 2), '1.1.1.1');
    assert.equal(addressOf('10.0.0.1', undefined, 2), '10.0.0.1');
    assert.equal(addressOf(undefined, undefined, 0), '');
  });
});

describe('A text looks made by a machine', () => {
  it('with many links, without words, or with the same again and again', () => {
    for (const texts of [
      ['See http://a.example and https://b.example', 'www.c.example'], ['x'.repeat(80)], ['Free money', 'free money'], ['buy '.repeat(20)],
    ]) assert.equal(looksMade(texts), true, texts.join(' | '));
  });

  it('but not because it is long, in another writing, has a link, or few words', () => {
    for (const texts of [
      ['Benches', 'See https://www.city.example/very/long/path/of/a/page/that/explains/everything/about/benches.'],
      ['公園に長いベンチを置いてほしいです。高齢者が川沿いを歩くときに休めるように、五十メートルごとに一つずつ置いていただけると大変助かりますし、子どもたちも喜びます。'],
      ['Donaudampfschifffahrtsgesellschaftskapitänsmützenständer', 'Bitte.'], ['no no no'], ['', '  '],
      ['More trees', 'More trees on the market square, more trees at the station, more trees everywhere.'],
    ]) assert.equal(looksMade(texts), false, texts.join(' | '));
  });
});
