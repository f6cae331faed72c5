import assert from 'node:assert/strict';
import { it } from 'node:test';
import { jsonFault } from '../src/json-fault.js';

it('says where a text stops being JSON', () => {
  for (const [text, place] of [
    ['', 'line 1, column 1: expected a value'],
    ['{"a":1,}', 'line 1, column 8: expected a name in quotes'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: expected a comma or }'],
    ['{"a" 1}', 'line 1, column 6: expected a colon'],
    ['[1, 2', 'line 1, column 6: expected a comma or ]'],
    ['[1, 02]', 'line 1, column 5: expected a value'],
    ['{"a": "one\ntwo"}', 'line 1, column 7: expected a value'],
    [`{'a': 1}`, 'line 1, column 2: expected a name in quotes or }'],
    ['{"a": tru}', 'line 1, column 7: expected a value'],
    ['{} {}', 'line 1, column 4: expected the end'],
    ['[}', 'line 1, column 2: expected a value or ]'],
    ['{"a": [{"b": "\\x"}]}', 'line 1, column 14: expected a value'],
  ] as const) {
    assert.throws(() => JSON.parse(text));
    assert.equal(jsonFault(text), place, text);
  }
});
