import type { Platform } from '../../model/hub.js';
import { SourceError } from '../source.js';
import { infoOf, type OpenSystem } from './system.js';

/** An address that takes ideas and shows none. */
export const openWebhook: OpenSystem = ({ address, takePart }) => {
  const platform: Platform = {
    system: 'webhook',
    name: address.host,
    url: takePart,
    can: { read: 'nowhere', write: 'here', support: 'nowhere', comment: 'nowhere' },
    filters: [],
    statuses: [],
  };
  return {
    info: async () => infoOf(platform),
    read: async () => ({ ideas: [], total: 0 }),
    one: async () => {
      throw new SourceError('not-found', `${address.href} shows no ideas.`);
    },
  };
};
