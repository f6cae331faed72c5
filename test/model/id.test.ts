import { expect } from '@open-wc/testing';
import { newId } from '../../src/model/id.js';

describe('An id', () => {
  it('is a UUID of version 4, and another each time', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).to.deep.equal([]);
    expect(new Set(ids).size).to.equal(1000);
  });
});
