import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openClient, undescribed, type NewDatabase, type Open } from '../client.js';
import { challenges } from './challenges.js';
import { comments } from './comments.js';
import { commitments } from './commitments.js';
import { forwards } from './forwards.js';
import { guard } from './guard.js';
import { ideas } from './ideas.js';
import { instances } from './instances.js';
import { linkedData } from './linked-data.js';
import { lists } from './lists.js';
import { moderation } from './moderation.js';
import { oembed } from './oembed.js';
import { open311 } from './open311.js';
import { openApi } from './openapi.js';
import { openData } from './open-data.js';
import { ratingForm } from './rating-form.js';
import { ratings } from './ratings.js';
import { requests } from './requests.js';
import { security } from './security.js';
import { similar } from './similar.js';
import { upgrades } from './upgrades.js';

/** What holds on every database. */
export function keepsTheContract(name: string, database: NewDatabase): void {
  const open: Open = async (settings) => openClient({ database: await database(), ...settings });
  describe(`A hub on ${name}`, () => {
    for (const part of [ratings, ratingForm, ideas, comments, challenges, guard, moderation, lists, similar, commitments, oembed, openData, linkedData, open311, requests]) part(open);
    instances(open, database);
    forwards(database);
    openApi(open, database);
    security(open);
    upgrades(database);
    it('gives no answer that its description does not have', () => assert.deepEqual([...undescribed], []));
  });
}
