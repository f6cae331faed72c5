import { expect } from '@open-wc/testing';
import { hasShape, Memory } from '../../src/controllers/memory.js';

const isText = (value: unknown): value is string => typeof value === 'string';

describe('Memory', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('remembers and forgets', () => {
    const memory = new Memory('local', 'word', isText);
    expect(memory.read()).to.equal(undefined);
    memory.write('lime');
    expect(new Memory('local', 'word', isText).read()).to.equal('lime');
    expect(new Memory('session', 'word', isText).read()).to.equal(undefined);
    memory.write(undefined);
    expect(localStorage.length).to.equal(0);
  });

  it('takes nothing that is of another shape, or broken', () => {
    localStorage.setItem('civic-elements word', '{"a":1}');
    expect(new Memory('local', 'word', isText).read()).to.equal(undefined);
    localStorage.setItem('civic-elements word', '{"a":');
    expect(new Memory('local', 'word', isText).read()).to.equal(undefined);
  });

  it('remembers within the page where storage is full or forbidden', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const memory = new Memory('session', 'full', isText);
    try {
      memory.write('lime');
      expect(memory.read()).to.equal('lime');
    } finally {
      Storage.prototype.setItem = setItem;
    }
    memory.write('oak');
    expect(sessionStorage.getItem('civic-elements full')).to.equal('"oak"');
  });

  it('knows a shape', () => {
    expect(hasShape({ a: 'x' }, { a: 'string', b: 'number?' })).to.equal(true);
    expect(hasShape({ a: 'x', b: 'y' }, { a: 'string', b: 'number?' })).to.equal(false);
    expect(hasShape(null, {})).to.equal(false);
  });
});
