import { describe } from 'node:test';
import { openClient, type NewDatabase, type Open } from '../client.js';
import { commitments } from './commitments.js';
import { ideas } from './ideas.js';
import { instances } from './instances.js';
import { lists } from './lists.js';
import { oembed } from './oembed.js';
import { openData } from './open-data.js';
import { ratingForm } from './rating-form.js';
import { ratings } from './ratings.js';
import { requests } from './requests.js';
import { similar } from './similar.js';
import { upgrades } from './upgrades.js';

/** What holds on every database. */
export function keepsTheContract(name: string, database: NewDatabase): void {
  const open: Open = async (settings) => openClient({ database: await database(), ...settings });
  describe(`A hub on ${name}`, () => {
    for (const part of [ratings, ratingForm, ideas, lists, similar, commitments, oembed, openData, requests]) part(open);
    instances(open, database);
    upgrades(database);
  });
}
